#include "engine/study/unknown_name.hpp"

#include "engine/scenario/language/names.hpp"

#include <utility>

namespace clout {

std::string instead_of(const std::string& word, const std::vector<std::string>& known,
                       const std::string& introduction) {
    const std::string near = nearest(word, known);
    return near.empty() ? introduction + " " + and_list(known) : "did you mean '" + near + "'?";
}

Problem unknown_name(std::string message, const std::string& word, const std::vector<std::string>& known,
                     const std::string& introduction) {
    return refused_request(std::move(message), instead_of(word, known, introduction));
}

Problem refused_request(std::string message, std::string hint) {
    Problem problem;
    problem.message = std::move(message);
    problem.hint = std::move(hint);
    problem.fault = Fault::request;
    return problem;
}

}  // namespace clout
