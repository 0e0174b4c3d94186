// What every named thing may carry (LANGUAGE.md).
#pragma once

#include "engine/scenario/language/field.hpp"
#include "engine/scenario/scenario.hpp"

namespace clout {

template <>
struct Fields<Caption> {
    static void visit(auto& v, auto& c) {
        v.text({.key = "label", .help = "what people call it", .otherwise = "its name"}, c.label);
        v.text({.key = "note", .help = "anything worth knowing"}, c.note);
        v.text({.key = "source", .help = "where it comes from"}, c.source);
    }
};

}  // namespace clout
