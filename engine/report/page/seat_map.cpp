#include "engine/report/page/seat_map.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <ranges>

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

constexpr double kText = 11, kLine = 1.25 * kText, kGap = 2;  // [px]
constexpr std::size_t kAbreast = 3;                           // nodes of a level that stand in one row

// Where a node is drawn.
struct Box {
    std::vector<std::string> lines;
    Point centre;
    double width = 0, height = 0;
};

Box box_of(const MapNode& node, Point centre, double room) {
    Box box{lines_of(node.label, std::max(room - 10, 40.0), kText), centre, 0, 0};
    if (box.lines.size() > 3) box.lines.resize(3), box.lines.back() += " …";
    for (const std::string& line : box.lines) box.width = std::max(box.width, text_width(line, kText) + 11);
    box.height = kLine * static_cast<double>(box.lines.size()) + 8;
    return box;
}

// Moves boxes of one row, from left to right, out of each other's way and back between the edges.
void make_room(const std::vector<Box*>& row, double left, double right) {
    double free = left + 1;
    for (Box* box : row) {
        box->centre.x = std::max(box->centre.x, free + box->width / 2);
        free = box->centre.x + box->width / 2 + kGap;
    }
    free = right - 1;
    for (Box* box : std::ranges::reverse_view(row)) {
        box->centre.x = std::min(box->centre.x, free - box->width / 2);
        free = box->centre.x - box->width / 2 - kGap;
    }
}

// (nodes) Neighbours on a crowded level stand a little higher and lower by turns.
std::vector<Box> boxes_of(const SeatMap& map, Point corner, double width, double pitch) {
    const auto levels = ordered_levels(map);
    const auto place = places_in(levels, map.nodes.size());
    std::vector<Box> boxes(map.nodes.size());
    for (std::size_t level = 0; level < levels.size(); ++level) {
        const auto& nodes = levels[level];
        const bool crowded = nodes.size() > kAbreast;
        const double room = width / static_cast<double>(nodes.size()) * (crowded ? 1.7 : 1);
        const double y = corner.y + 34 + pitch * (static_cast<double>(levels.size() - 1 - level) + 0.5);
        std::vector<Box*> rows[2];
        for (std::size_t at = 0; at < nodes.size(); ++at) {
            const double stagger = !crowded ? 0 : at % 2 == 0 ? -25 : 25;
            Box& box = boxes[nodes[at]];
            box = box_of(map.nodes[nodes[at]], {corner.x + place[nodes[at]] * width, y + stagger}, room);
            rows[crowded ? at % 2 : 0].push_back(&box);
        }
        for (const auto& row : rows) make_room(row, corner.x, corner.x + width);
    }
    return boxes;
}

void draw_node(Drawing& drawing, const MapNode& node, const Box& box) {
    const double top = box.centre.y - box.height / 2;
    drawing.rectangle({box.centre.x - box.width / 2, top}, box.width, box.height,
                      {.fill = node.focus   ? "#dbe6f2"
                               : node.board ? "#fde3d3"
                                            : "#ffffff",
                       .stroke = kTextColour,
                       .width = node.board ? 2.0 : 1.0},
                      5);
    double y = top + 4 + kText;
    for (const std::string& line : box.lines) {
        drawing.text({box.centre.x, y}, line, {.size = kText, .anchor = Anchor::middle});
        y += kLine;
    }
}

void draw_map(Drawing& drawing, const SeatMap& map, Point corner, double width, double pitch) {
    const std::vector<Box> boxes = boxes_of(map, corner, width, pitch);
    drawing.text({corner.x, corner.y + 16}, map.arm, {.size = 14, .bold = true});
    for (const bool focus : {false, true}) {  // those it is about on top
        for (const MapEdge& edge : map.edges) {
            if (edge.focus != focus || edge.flow <= 0) continue;
            drawing.curve(boxes[edge.from].centre, boxes[edge.to].centre,
                          {.stroke = focus ? kBaselineColour : "#9aa5b1",
                           .width = std::max(0.8, kThickest * edge.flow),
                           .opacity = 0.75});
        }
    }
    for (std::size_t node = 0; node < map.nodes.size(); ++node)
        draw_node(drawing, map.nodes[node], boxes[node]);
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
