// The map of seats and layers in either arm.
#include "engine/report/page/html_page.hpp"
#include "engine/report/page/report_page.hpp"
#include "engine/report/page/seat_map.hpp"
#include "engine/report/text/display_names.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/words.hpp"
#include "engine/scenario/library.hpp"
#include "engine/scenario/scenario.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

namespace clout {
namespace {

constexpr std::size_t kMostKinds = 8;  // of organisations, side by side; more are drawn sector by sector

// Where a node of the voice map is drawn: by itself, or with all organisations of its sector.
struct Drawn {
    SeatMap map;
    std::vector<std::size_t> row;  // (nodes of the voice map) of map.nodes
};

std::string with_count(const std::string& label, std::size_t count) {
    return count > 1 ? fmt::format("{} ×{}", label, grouped(static_cast<double>(count), 0)) : label;
}

Drawn nodes_of(const VoiceMap& voices, const Scenario& scenario, const std::string& arm, bool by_sector) {
    Drawn drawn{{arm, {}, {}}, {}};
    std::vector<std::size_t> counts;
    std::map<std::size_t, std::size_t> of_sector;  // row of sectors → row of nodes
    for (const VoiceNode& node : voices.nodes) {
        const std::size_t fresh = drawn.map.nodes.size();
        const std::size_t sector = node.of_bodies ? 0 : scenario.organisations[node.kind].sector.row();
        const std::size_t row =
            by_sector && !node.of_bodies ? of_sector.try_emplace(sector, fresh).first->second : fresh;
        drawn.row.push_back(row);
        if (row < fresh) {
            counts[row] += node.instances;
            continue;
        }
        const auto& caption =
            node.of_bodies ? scenario.bodies[node.kind].caption : scenario.organisations[node.kind].caption;
        const std::string label = by_sector && !node.of_bodies ? sector_display_name(scenario, sector)
                                                               : label_or_name(caption, node.name);
        drawn.map.nodes.push_back({label, node.level, node.board, node.focus});
        counts.push_back(node.instances);
    }
    for (std::size_t row = 0; row < counts.size(); ++row)
        drawn.map.nodes[row].label = with_count(drawn.map.nodes[row].label, counts[row]);
    return drawn;
}

SeatMap map_of(const InfluenceReport& report, const Scenario& scenario, const std::string& arm,
               bool redacted) {
    const VoiceMap& voices = report.map;
    const auto kinds = std::count_if(voices.nodes.begin(), voices.nodes.end(),
                                     [](const VoiceNode& node) { return !node.of_bodies; });
    auto [map, row] = nodes_of(voices, scenario, arm, redacted || kinds > std::ptrdiff_t{kMostKinds});
    for (const VoiceWay& way : voices.ways) {
        const std::size_t from = row[way.from], to = row[way.to];
        const auto same = std::find_if(map.edges.begin(), map.edges.end(), [&](const MapEdge& edge) {
            return edge.from == from && edge.to == to;
        });
        if (same == map.edges.end())
            map.edges.push_back({from, to, way.part, voices.nodes[way.from].focus});
        else
            same->flow += way.part;
    }
    return map;
}

// What reaches boards of the focus sector's ways.
double arrives(const VoiceMap& map) {
    double sum = 0;
    for (const VoiceWay& way : map.ways)
        sum += map.nodes[way.to].board && map.nodes[way.from].focus ? way.part : 0;
    return sum;
}

std::size_t layers(const VoiceMap& map) {
    std::size_t layers = 0;
    for (const VoiceNode& node : map.nodes)
        if (node.focus && !node.board) layers = std::max(layers, node.level);
    return layers;
}

}  // namespace

void tell_map(const ReportContent& content, HtmlPage& page) {
    if (content.base_influence == nullptr || content.arm_influence == nullptr) return;
    const Comparison& comparison = content.study->comparison;
    const std::string &base = comparison.base().label, &arm = comparison.arms[content.arm].label;
    const VoiceMap &before = content.base_influence->map, &after = content.arm_influence->map;
    const auto how_deep = [](std::size_t count) {
        return count == 0   ? std::string("no layer")
               : count == 1 ? "one layer"
                            : fmt::format("{} layers", count);
    };
    page.section("Who speaks through whom");
    const std::string title = fmt::format(
        "{} speaks through {}; seats that it reaches bring {} of the decisions, whoever else speaks there; "
        "with "
        "\"{}\" {}, and {}",
        content.study->provenance.label(content.study->provenance.focus), how_deep(layers(before)),
        fine_percent(arrives(before)), arm, how_deep(layers(after)), fine_percent(arrives(after)));
    page.chart(seat_map("map", title,
                        {map_of(*content.base_influence, content.library->arms[content.base_row].scenario,
                                base, content.redacted),
                         map_of(*content.arm_influence, content.library->arms[content.arm_row].scenario, arm,
                                content.redacted)}));
    page.paragraph(
        "A line is as thick as the part of all decisions that passes there in the last round, on average "
        "over futures; "
        "the dark ones are those through which the sector of this page speaks. Where more goes out of a body "
        "than "
        "came in, the rest is what that body leans to. Boards stand at the top.",
        "small");
}

}  // namespace clout
