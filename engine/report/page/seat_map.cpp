#include "engine/report/page/seat_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

constexpr int kSweeps = 8;
constexpr double kThickest = 16;  // [px] an edge that carries everything

std::vector<double> places_in(const std::vector<std::vector<std::size_t>>& levels, std::size_t nodes) {
    std::vector<double> place(nodes, 0);
    for (const auto& level : levels) {
        for (std::size_t at = 0; at < level.size(); ++at)
            place[level[at]] = (static_cast<double>(at) + 0.5) / static_cast<double>(level.size());
    }
    return place;
}

// Sorts one level by where its neighbours on one side stand.
void sweep(const SeatMap& map, std::vector<std::size_t>& level, const std::vector<double>& place,
           bool below) {
    std::vector<double> wanted(map.nodes.size(), 0), count(map.nodes.size(), 0);
    for (const MapEdge& edge : map.edges) {
        const std::size_t self = below ? edge.to : edge.from, other = below ? edge.from : edge.to;
        wanted[self] += place[other];
        ++count[self];
    }
    const auto key = [&](std::size_t node) {
        return count[node] > 0 ? wanted[node] / count[node] : place[node];
    };
    std::stable_sort(level.begin(), level.end(),
                     [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
}

double height_of(const std::vector<std::vector<std::size_t>>& levels, double pitch) {
    return 34 + pitch * static_cast<double>(levels.size());
}

void draw_node(Drawing& drawing, const MapNode& node, Point at, double room, double left, double right) {
    const double size = 11;
    auto lines = lines_of(node.label, std::max(room - 10, 40.0), size);
    if (lines.size() > 3) lines.resize(3), lines.back() += " …";
    double widest = 0;
    for (const std::string& line : lines) widest = std::max(widest, text_width(line, size));
    const double width = widest + 14, height = 1.25 * size * static_cast<double>(lines.size()) + 8;
    at.x = std::clamp(at.x, left + width / 2 + 1, std::max(right - width / 2 - 1, left + width / 2 + 1));
    drawing.rectangle({at.x - width / 2, at.y - height / 2}, width, height,
                      {.fill = node.focus   ? "#dbe6f2"
                               : node.board ? "#fde3d3"
                                            : "#ffffff",
                       .stroke = kTextColour,
                       .width = node.board ? 2.0 : 1.0},
                      5);
    double y = at.y - height / 2 + 4 + size;
    for (const std::string& line : lines) {
        drawing.text({at.x, y}, line, {.size = size, .anchor = Anchor::middle});
        y += 1.25 * size;
    }
}

void draw_map(Drawing& drawing, const SeatMap& map, Point corner, double width, double pitch) {
    const auto levels = ordered_levels(map);
    const auto place = places_in(levels, map.nodes.size());
    drawing.text({corner.x, corner.y + 16}, map.arm, {.size = 14, .bold = true});
    const double top = corner.y + 34;
    const auto centre = [&](std::size_t node) {
        // Neighbours on a crowded level stand a little higher and lower by turns.
        const auto& level = levels[map.nodes[node].level];
        const auto at = static_cast<std::size_t>(std::find(level.begin(), level.end(), node) - level.begin());
        const double stagger = level.size() > 3 ? (at % 2 == 0 ? -25 : 25) : 0;
        const auto up = static_cast<double>(levels.size() - 1 - map.nodes[node].level);
        return Point{corner.x + place[node] * width, top + pitch * (up + 0.5) + stagger};
    };
    for (const bool focus : {false, true}) {  // those it is about on top
        for (const MapEdge& edge : map.edges) {
            if (edge.focus != focus || edge.flow <= 0) continue;
            drawing.curve(centre(edge.from), centre(edge.to),
                          {.stroke = focus ? kBaselineColour : "#9aa5b1",
                           .width = std::max(0.8, kThickest * edge.flow),
                           .opacity = 0.75});
        }
    }
    for (std::size_t node = 0; node < map.nodes.size(); ++node) {
        const double room = width / static_cast<double>(levels[map.nodes[node].level].size()) *
                            (levels[map.nodes[node].level].size() > 3 ? 1.7 : 1);
        draw_node(drawing, map.nodes[node], centre(node), room, corner.x, corner.x + width);
    }
}

}  // namespace

std::vector<std::vector<std::size_t>> ordered_levels(const SeatMap& map) {
    std::vector<std::vector<std::size_t>> levels;
    for (std::size_t node = 0; node < map.nodes.size(); ++node) {
        if (map.nodes[node].level >= levels.size()) levels.resize(map.nodes[node].level + 1);
        levels[map.nodes[node].level].push_back(node);
    }
    for (int turn = 0; turn < kSweeps; ++turn) {
        const bool upwards = turn % 2 == 0;
        for (std::size_t step = 0; step < levels.size(); ++step) {
            auto& level = levels[upwards ? step : levels.size() - 1 - step];
            sweep(map, level, places_in(levels, map.nodes.size()), upwards);
        }
    }
    return levels;
}

Chart seat_map(const std::string& name, const std::string& title, const std::vector<SeatMap>& arms) {
    std::string alt = "A map of who speaks through whom; the thicker a line, the more voice flows along it.";
    for (const SeatMap& map : arms) {
        alt += fmt::format(" Under \"{}\":", map.arm);
        for (const MapEdge& edge : map.edges) {
            if (edge.focus && edge.flow > 0)
                alt += fmt::format(" {} to {} {:.1f} %;", map.nodes[edge.from].label,
                                   map.nodes[edge.to].label, 100 * edge.flow);
        }
        alt.back() = alt.back() == ';' ? '.' : alt.back();
    }
    Chart chart = chart_of(name, title, alt, [&](double width) {
        const bool beside = width >= 500 && arms.size() > 1;
        const double pitch = 110;  // [px] two boxes of three lines each
        double tall = 0, sum = 0;
        for (const SeatMap& map : arms) {
            const double height = height_of(ordered_levels(map), pitch);
            tall = std::max(tall, height);
            sum += height + 10;
        }
        Drawing drawing(width, beside ? tall : sum);
        double y = 0;
        for (std::size_t i = 0; i < arms.size(); ++i) {
            const double each = beside ? width / static_cast<double>(arms.size()) - 8 : width;
            draw_map(drawing, arms[i], {beside ? static_cast<double>(i) * (each + 16) : 0, y}, each, pitch);
            if (!beside) y += height_of(ordered_levels(arms[i]), pitch) + 10;
        }
        return drawing;
    });
    chart.table.push_back({"Arm", "From", "To", "Part of the board's voice"});
    for (const SeatMap& map : arms) {
        for (const MapEdge& edge : map.edges)
            chart.table.push_back({map.arm, map.nodes[edge.from].label, map.nodes[edge.to].label,
                                   fmt::format("{:.2f} %", 100 * edge.flow)});
    }
    return chart;
}

}  // namespace clout
