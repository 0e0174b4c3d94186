#include "engine/scenario/language/language.hpp"

#include "engine/protocols/kinds.hpp"
#include "engine/scenario/language/fields_document.hpp"

#include <algorithm>

namespace clout {
namespace {

// A visitor that writes down what it is told.
class Describer {
public:
    void text(const Field& field, const std::string&) { add(field, Type::text); }
    void name(const Field& field, const std::string&) { add(field, Type::name); }
    void flag(const Field& field, bool) { add(field, Type::flag); }
    void whole(const Field& field, std::uint64_t) { add(field, Type::whole); }
    void real(const Field& field, double) { add(field, Type::real); }
    void number(const Field& field, const Number&, const Number* = nullptr) { add(field, Type::number); }
    void maybe(const Field& field, const std::optional<Number>&) { add(field, Type::number); }
    void weights(const Field& field, const std::vector<Number>&, Space space, const std::vector<Number>*) {
        add(field, Type::weights).space = space;
    }
    void weights_if_any(const Field& field, const std::vector<Number>&, Space space) {
        add(field, Type::weights).space = space;
    }
    void reference(const Field& field, const auto&, Space space) {
        add(field, Type::reference).space = space;
    }
    void references(const Field& field, const auto&, Space space) {
        add(field, Type::references).space = space;
    }
    void citations(const Field& field, const auto&) { add(field, Type::citations); }
    void places(const Field& field, const auto&) { add(field, Type::place_names); }
    void caption(Caption& caption, const std::string&) { Fields<Caption>::visit(*this, caption); }
    void siting(const Siting&) {
        add({.key = "place", .help = "where it stands", .otherwise = "nowhere in particular"},
            Type::reference)
            .space = Space::place;
        add({.key = "count", .help = "how many there are", .legal = kCounts, .standard = 1}, Type::whole);
        add({.key = "per_place",
             .help = "how many there are in every place, or a map from place to how many",
             .legal = kCounts},
            Type::per_place);
    }
    void roster(const Field& field, const OrganisationKind&) { add(field, Type::path); }
    void leaning(const Field& field, const auto&) {
        KeyForm& slot = add(field, Type::reference);
        slot.space = Space::agent;
        slot.choices = {std::string(field.otherwise)};
    }
    void member_kind(const Field& field, const Member&) { add(field, Type::reference).space = Space::agent; }
    void held_by(const Field& field, const RedLine&) { add(field, Type::member_name); }
    void instances(const Field& field, const auto&) { add(field, Type::instances); }
    void floor(const Field& field, const RedLine&) { add(field, Type::number); }
    void weighing(const Field& field, Weighing) {
        add(field, Type::choice).choices.assign(kWeighings.begin(), kWeighings.end());
    }
    void amount(const Field& field, const Fund&) { add(field, Type::amount); }
    void protocol(const Field& field, const std::string&) {
        KeyForm& slot = add(field, Type::choice);
        for (const ProtocolFacts& known : protocol_kinds()) slot.choices.emplace_back(known.name);
    }
    void patch(const Field& field) { add(field, Type::patch); }
    void path(const Field& field) { add(field, Type::path); }

    template <class T>
    void record(const Field& field, const T&) {
        add(field, Type::record).child = {describe<T>()};
    }
    template <class T>
    void record(const Field& field, const std::optional<T>&) {
        record(field, T{});
    }
    template <class T>
    void table(const Field& field, const std::vector<T>&) {
        add(field, Type::table).child = {describe<T>()};
    }
    // Of what an entry may be the name is known only where `from` is: the checks see to that.
    void members(const Field& field, const std::vector<Member>& rows) { table(field, rows); }
    void red_lines(const Field& field, const std::vector<RedLine>& rows) {
        table(field, rows);
        form_.slots.back().named_by_space = true;
        form_.slots.back().space = Space::programme;
    }
    const Traits* sector_traits(SectorId) const { return nullptr; }

    template <class T>
    static MapForm describe() {
        Describer describer;
        T nothing{};
        Fields<T>::visit(describer, nothing);
        return std::move(describer.form_);
    }

private:
    KeyForm& add(const Field& field, Type type) {
        KeyForm& slot = form_.slots.emplace_back();
        slot.field = field;
        slot.type = type;
        return slot;
    }

    MapForm form_;
};

}  // namespace

const KeyForm* MapForm::find(std::string_view key) const {
    const auto found =
        std::find_if(slots.begin(), slots.end(), [&](const KeyForm& slot) { return slot.field.key == key; });
    return found == slots.end() ? nullptr : &*found;
}

std::vector<std::string> MapForm::keys() const {
    std::vector<std::string> keys;
    for (const KeyForm& slot : slots) keys.emplace_back(slot.field.key);
    return keys;
}

const MapForm& caption_form() {
    static const MapForm kForm = Describer::describe<Caption>();
    return kForm;
}

const MapForm& scenario_form() {
    static const MapForm kForm = Describer::describe<Scenario>();
    return kForm;
}

const MapForm& document_form() {
    static const MapForm kForm = Describer::describe<Document>();
    return kForm;
}

}  // namespace clout
