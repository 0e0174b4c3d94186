#include "engine/study/unknown_name.hpp"

#include "engine/base/spelling.hpp"

#include <utility>

namespace clout {

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
