#include "tools/wording.hpp"

#include "engine/scenario/names.hpp"

namespace clout {

std::string listed(const std::vector<std::string>& words) { return and_list(words); }

std::string nearest_to(const std::string& word, const std::vector<std::string>& known) {
    return nearest(word, known);
}

std::string instead_of(const std::string& word, const std::vector<std::string>& known,
                       const std::string& introduction) {
    const std::string near = nearest(word, known);
    return near.empty() ? introduction + " " + and_list(known) : "did you mean '" + near + "'?";
}

}  // namespace clout
