#include "engine/scenario/checks/in_effect.hpp"

#include "engine/base/fingerprint.hpp"
#include "engine/scenario/checks/meetings.hpp"
#include "engine/scenario/language/difference.hpp"
#include "engine/scenario/language/typed_writer.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace clout {
namespace {

// Text for people. It stands in quotes; the weight of a programme that is called `note` does not.
bool is_caption(const Entry& entry) {
    constexpr std::array<std::string_view, 6> kWords{"label", "note", "source", "title", "summary", "as_at"};
    const bool word = std::find(kWords.begin(), kWords.end(), entry.key) != kWords.end();
    return entry.key == "sources" || (word && entry.value.is_scalar() && entry.value.quoted);
}

class Marks {
public:
    enum class Level : std::uint8_t { elsewhere, members, member };

    void add(const Node& node, Level level) {
        // Where a number is from changes nothing; whose luck it shares does.
        if (const Node* value = node.find("value"); value && is_number_map(node)) {
            if (const Node* luck = node.find("luck")) both(name_hash(luck->text));
            return add(*value, level);
        }
        both(static_cast<std::uint64_t>(node.kind));
        if (node.is_scalar()) both(name_hash(node.text));
        for (const Node& item : node.items) add(item, Level::elsewhere);
        for (const Entry& entry : node.entries) add(entry, level);
        both(kEnd);
    }
    [[nodiscard]] Effect take() const { return {play_.value(), votes_.value()}; }

private:
    static constexpr std::uint64_t kEnd = 0xe4d;  // after what a map or a list holds

    void add(const Entry& entry, Level level) {
        if (is_caption(entry)) return;
        if (level == Level::member && entry.key == "bloc") {
            votes_.add(name_hash(entry.value.text));
            return;
        }
        both(name_hash(entry.key));
        add(entry.value, level == Level::members  ? Level::member
                         : entry.key == "members" ? Level::members
                                                  : Level::elsewhere);
    }
    void both(std::uint64_t whole) {
        play_.add(whole);
        votes_.add(whole);
    }

    Fingerprint play_, votes_;
};

}  // namespace

Scenario in_effect(const Scenario& scenario) {
    const Meetings meetings(scenario);
    Scenario left = scenario;
    for (std::uint32_t row = 0; row < left.bodies.size(); ++row) {
        BodyKind& body = left.bodies[row];
        if (meetings.count_filled(row) == 0) {
            BodyKind gone;
            gone.name = body.name;
            gone.caption = body.caption;
            body = std::move(gone);
            continue;
        }
        std::vector<Member> joined;
        for (const Member& member : scenario.bodies[row].members) {
            if (meetings.links(row, member)) joined.push_back(member);
        }
        body.members = std::move(joined);
        std::erase_if(body.red_lines, [](const RedLine& line) { return line.is_void(); });
    }
    return left;
}

std::vector<std::string> difference_in_effect(const Scenario& a, const Scenario& b) {
    return difference(in_effect(a), in_effect(b));
}

Effect effect_of(const Scenario& scenario) {
    const Scenario left = in_effect(scenario);
    Marks marks;
    marks.add(scenario_tree(left), Marks::Level::elsewhere);
    // Of rosters the tree has the file alone, which says everything but where it is read from.
    return marks.take();
}

}  // namespace clout
