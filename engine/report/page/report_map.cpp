// The map of seats and layers in either arm.
#include "engine/report/page/html_page.hpp"
#include "engine/report/page/report_page.hpp"
#include "engine/report/page/seat_map.hpp"
#include "engine/report/text/display_names.hpp"
#include "engine/report/text/figures.hpp"
#include "engine/report/text/words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace clout {
namespace {

SeatMap map_of(const InfluenceReport& report, const Scenario& scenario, const std::string& arm) {
    SeatMap map{arm, {}, {}};
    for (const VoiceNode& node : report.map.nodes) {
        const std::string label = node.of_bodies ? label_or_name(scenario.bodies[node.kind].caption,
                                                                 scenario.bodies[node.kind].name)
                                                 : label_or_name(scenario.organisations[node.kind].caption,
                                                                 scenario.organisations[node.kind].name);
        map.nodes.push_back(
            {node.instances > 1 ? fmt::format("{} ×{}", label, grouped(double(node.instances), 0)) : label,
             node.level, node.board, node.focus});
    }
    for (const VoiceWay& way : report.map.ways)
        map.edges.push_back({way.from, way.to, way.part, report.map.nodes[way.from].focus});
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
        "{} speaks through {} and brings {} of the decisions; with \"{}\" through {}, and {}",
        content.study->provenance.label(content.study->provenance.focus), how_deep(layers(before)),
        fine_percent(arrives(before)), arm, how_deep(layers(after)), fine_percent(arrives(after)));
    page.chart(
        seat_map("map", title,
                 {map_of(*content.base_influence, content.library->arms[content.base_row].scenario, base),
                  map_of(*content.arm_influence, content.library->arms[content.arm_row].scenario, arm)}));
    page.paragraph(
        "A line is as thick as the part of all decisions that passes there in the last round, on average "
        "over futures; "
        "the dark ones are those through which the sector of this page speaks. At a body the lines that come "
        "in "
        "together are thicker than the one that goes out where its words fade into what it leans to. Boards "
        "stand at "
        "the top.",
        "small");
}

}  // namespace clout
