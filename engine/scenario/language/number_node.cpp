#include "engine/scenario/language/number_forms.hpp"
#include "engine/scenario/language/uncertain_number.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <algorithm>

namespace clout {
namespace {

// A number without dates, as it stands.
Node bare_node(const Number& number) {
    if (number.shape == Shape::constant) return Node::scalar(number_text(number.parameters.front()));
    Node list = Node::list();
    for (const double parameter : number.parameters)
        list.items.push_back(Node::scalar(number_text(parameter)));
    Node node = Node::map();
    node.add(std::string(shape_word(number.shape)), std::move(list));
    return node;
}

Node dated_node(const Number& number) {
    Node steps = Node::map();
    for (const NumberStep& step : number.steps) steps.add(number_text(step.year), number_node(step.value));
    Node node = Node::map();
    node.add("steps", std::move(steps));
    return node;
}

}  // namespace

std::string_view shape_word(Shape shape) {
    const auto form = std::find_if(kNumberForms.begin(), kNumberForms.end(),
                                   [&](const NumberForm& one) { return one.shape == shape; });
    return form == kNumberForms.end() ? std::string_view{} : form->word;
}

Node number_node(const Number& number) {
    Node node = number.dated() ? dated_node(number) : bare_node(number);
    const bool says_basis = number.basis != Basis::unstated && number.basis != Basis::standard;
    const bool noted = !number.source.empty() || says_basis || (!number.luck.empty() && node.is_scalar());
    if (noted) {
        Node outer = Node::map();
        outer.add("value", std::move(node));
        node = std::move(outer);
    }
    if (!number.luck.empty()) node.add("luck", Node::scalar(number.luck));
    if (!number.source.empty()) node.add("source", Node::scalar(number.source, true));
    if (says_basis)
        node.add("basis", Node::scalar(std::string(kBases[static_cast<std::size_t>(number.basis)])));
    return node;
}

}  // namespace clout
