#include "engine/scenario/language/resolved.hpp"

#include "engine/scenario/language/fields_document.hpp"
#include "engine/scenario/language/typed_writer.hpp"
#include "engine/scenario/text/yaml_text.hpp"

namespace clout {

std::string resolved_yaml(const Library& library, std::size_t arm) {
    const Arm& row = library.arms[arm];
    Node document = scenario_tree(row.scenario);
    document.entries.insert(document.entries.begin(),
                            {"clout", {}, Node::scalar(std::to_string(kLanguageVersion))});
    Node label = Node::map();
    label.add("label", Node::scalar(row.label, true));
    Node arms = Node::map();
    arms.add(row.name, std::move(label));
    document.add("arms", std::move(arms));
    return yaml_text(document);
}

}  // namespace clout
