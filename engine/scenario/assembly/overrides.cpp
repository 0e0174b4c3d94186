#include "engine/scenario/assembly/overrides.hpp"

#include "engine/scenario/checks/layer_check.hpp"
#include "engine/scenario/language/merge.hpp"
#include "engine/scenario/text/limits.hpp"

#include "engine/scenario/text/plain_number.hpp"
#include "engine/scenario/text/source_text.hpp"
#include "engine/scenario/text/yaml_door.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

namespace clout {
namespace {

constexpr std::string_view kSteps = "steps", kValue = "value";

// After `steps` the rest is a year, which may have a point of its own.
std::vector<std::string> split(std::string_view path) {
    std::vector<std::string> keys;
    for (std::size_t at = 0; at <= path.size();) {
        const bool year = keys.size() > 1 && keys.back() == kSteps;
        const std::size_t dot = year ? path.size() : std::min(path.find('.', at), path.size());
        keys.emplace_back(path.substr(at, dot - at));
        at = dot + 1;
    }
    return keys;
}

// What is given on a command line has no line and no column.
void forget_places(Node& node, std::uint32_t file) {
    node.mark = {file, 0, 0};
    for (Node& item : node.items) forget_places(item, file);
    for (Entry& entry : node.entries) {
        entry.mark = {file, 0, 0};
        forget_places(entry.value, file);
    }
}

class Setter {
public:
    Setter(Node& document, std::uint32_t file, Files& files, Problems& problems)
        : document_(document), mark_{file, 0, 0}, files_(files), problems_(problems) {}

    void apply(const Override& one) {
        const std::vector<std::string> keys = split(one.path);
        if (std::any_of(keys.begin(), keys.end(), [](const std::string& key) { return key.empty(); })) {
            fail(one.path, one.path.empty() ? "the path is empty" : "the path has an empty part",
                 "write it as in bodies.pcn.mandate=0.8");
        } else if (keys.size() > static_cast<std::size_t>(kDeepest)) {
            fail("", "the path has more than 64 parts", "");
        } else if (keys.front() == "extends") {
            fail(one.path, "'extends' is read before anything is set", "write it into a file");
        } else if (auto value = value_of(one)) {
            if (keys.size() > 2 && keys[keys.size() - 2] == kSteps)
                set_step(keys, one.path, std::move(*value));
            else if (leads_through_maps(keys, one.path, *value))
                lay(keys, std::move(*value));
        }
    }

private:
    void fail(std::string path, std::string message, std::string hint) {
        problems_.error(mark_, std::move(path), std::move(message), std::move(hint));
    }

    std::optional<Node> value_of(const Override& one) {
        Problems found(files_);
        std::optional<Node> value;
        if (one.value.find_first_not_of(" \t\n") == std::string::npos) {
            fail(one.path, "no value is given", "write null to remove the key");
            return value;
        }
        if (const auto text = clean_text(one.value, mark_.file, found))
            value = parse_yaml(*text, mark_.file, found);
        for (const Problem& problem : found.list()) fail(one.path, problem.message, problem.hint);
        if (value) forget_places(*value, mark_.file);
        return value;
    }

    // A number is a leaf: only another number may be written into one.
    bool leads_through_maps(const std::vector<std::string>& keys, const std::string& path,
                            const Node& value) {
        const Node* at = &document_;
        std::string walked;
        for (std::size_t i = 0; i < keys.size() && at; ++i) {
            const bool number = i + 1 == keys.size() && is_number_word(keys[i]) && !value.is_null();
            if ((!at->is_map() || is_number_map(*at)) && !number) {
                fail(path, "'" + walked + "' is " + describe(*at) + ", so there is nothing below it to set",
                     "set " + walked + " as a whole");
                return false;
            }
            at = at->find(keys[i]);
            walked = join_path(walked, keys[i]);
        }
        return true;
    }

    // A merge replaces numbers whole: one step is set in a copy, and the copy laid over the number.
    void set_step(std::vector<std::string> keys, const std::string& path, Node value) {
        const std::string year = keys.back();
        keys.resize(keys.size() - 2);
        if (keys.back() == kValue) keys.pop_back();
        const Node* at = &document_;
        for (const std::string& key : keys) at = at ? at->find(key) : nullptr;
        Node number = at ? *at : Node{};
        Node* inner = number.find(kValue);
        Node* steps = (inner ? *inner : number).find(kSteps);
        const auto wanted = plain_number(year).value;
        if (!steps || !wanted) {
            const std::string place = path.substr(0, path.find(".steps"));
            return steps ? fail(path, "'" + year + "' is no year", "years are numbers, as in steps.2.5")
                         : fail(path, "'" + place + "' has no steps", "write " + place + "={steps: {0: …}}");
        }
        change_step(*steps, *wanted, year, std::move(value));
        lay(keys, std::move(number));
    }

    static void change_step(Node& steps, double wanted, const std::string& year, Node value) {
        const auto year_of = [](const Entry& step) { return plain_number(step.key).value.value_or(0); };
        auto step = steps.entries.begin();
        while (step != steps.entries.end() && year_of(*step) < wanted) ++step;
        const bool there = step != steps.entries.end() && year_of(*step) == wanted;
        if (value.is_null() && there)
            steps.entries.erase(step);
        else if (there)
            step->value = std::move(value);
        else if (!value.is_null())
            steps.entries.insert(step, Entry{year, value.mark, value});
    }

    void lay(const std::vector<std::string>& keys, Node value) {
        for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
            Node outer = Node::map();
            outer.mark = mark_;
            outer.add(*key, std::move(value));
            value = std::move(outer);
        }
        check_layer(value, {}, false, problems_);
        warn_of_idle_nulls(value, document_, problems_);
        merge_document(document_, value);
    }

    Node& document_;
    Mark mark_;
    Files& files_;
    Problems& problems_;
};

}  // namespace

void apply_overrides(Node& document, const std::vector<Override>& overrides, Files& files,
                     Problems& problems) {
    if (overrides.empty()) return;
    std::map<std::string, Setter> setters;
    for (const Override& one : overrides) {
        const auto met = setters.find(one.option);
        Setter& setter =
            met != setters.end()
                ? met->second
                : setters.emplace(one.option, Setter(document, files.add(one.option), files, problems))
                      .first->second;
        setter.apply(one);
    }
}

}  // namespace clout
