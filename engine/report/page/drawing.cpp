#include "engine/report/page/drawing.hpp"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdint>

namespace clout {
namespace {

// Widths of Helvetica's characters from space to tilde, in thousandths of the size (Adobe's font metrics).
constexpr std::array<std::uint16_t, 95> kWidths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333,  278, 278, 556, 556, 556,
    556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667,
    611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667,  611, 722, 667, 944, 667,
    667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278,  556, 556, 222, 222, 500,
    222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500,  500, 334, 260, 334, 584};
constexpr double kOther = 600, kWide = 1000;  // characters beyond ASCII; those of three or four bytes

// A coordinate with at most one decimal: pictures stay small and look the same.
std::string px(double value) {
    const double rounded = std::round(value * 10) / 10;
    return fmt::format("{}", rounded == 0 ? 0.0 : rounded);
}

std::string look(const Ink& ink) {
    std::string text = fmt::format(" fill=\"{}\"", ink.fill.empty() ? "none" : ink.fill);
    if (!ink.stroke.empty())
        text += fmt::format(" stroke=\"{}\" stroke-width=\"{}\"", ink.stroke, px(ink.width));
    if (!ink.dash.empty()) text += fmt::format(" stroke-dasharray=\"{}\"", ink.dash);
    if (ink.opacity < 1) text += fmt::format(" opacity=\"{:.2g}\"", ink.opacity);
    return text;
}

}  // namespace

std::string escaped(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\'': out += "&#39;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
                    out += c;
                else if (c == '\n' || c == '\t')
                    out += ' ';
        }
    }
    return out;
}

double text_width(std::string_view text, double size) {
    double sum = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7f)
            sum += kWidths[byte - 0x20];
        else if (byte >= 0xe0)
            sum += kWide;
        else if (byte >= 0xc0)
            sum += kOther;
    }
    return sum * size / 1000;
}

std::vector<std::string> lines_of(std::string_view text, double width, double size) {
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t space = std::min(text.find(' ', at), text.size());
        const std::string word(text.substr(at, space - at));
        at = space + 1;
        if (word.empty()) continue;
        if (!line.empty() && text_width(line + ' ' + word, size) > width) {
            lines.push_back(std::move(line));
            line.clear();
        }
        line += (line.empty() ? "" : " ") + word;
    }
    if (!line.empty()) lines.push_back(std::move(line));
    return lines;
}

void Drawing::line(Point from, Point to, const Ink& ink) {
    shapes_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\"{}/>", px(from.x), px(from.y),
                           px(to.x), px(to.y), look(ink));
}

void Drawing::rectangle(Point corner, double width, double height, const Ink& ink, double rounding) {
    shapes_ += fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"{}{}/>", px(corner.x),
                           px(corner.y), px(std::max(width, 0.0)), px(std::max(height, 0.0)),
                           rounding > 0 ? fmt::format(" rx=\"{}\"", px(rounding)) : "", look(ink));
}

void Drawing::circle(Point centre, double radius, const Ink& ink) {
    shapes_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\"{}/>", px(centre.x), px(centre.y), px(radius),
                           look(ink));
}

void Drawing::trail(const std::vector<Point>& points, const Ink& ink, bool closed) {
    if (points.empty()) return;
    std::string path;
    for (const Point& point : points)
        path += fmt::format("{}{} {}", path.empty() ? 'M' : 'L', px(point.x), px(point.y));
    shapes_ +=
        fmt::format("<path d=\"{}{}\"{} stroke-linejoin=\"round\"/>", path, closed ? "Z" : "", look(ink));
}

void Drawing::curve(Point from, Point to, const Ink& ink, bool upright) {
    const Point half{(from.x + to.x) / 2, (from.y + to.y) / 2};
    const Point leave = upright ? Point{from.x, half.y} : Point{half.x, from.y};
    const Point reach = upright ? Point{to.x, half.y} : Point{half.x, to.y};
    shapes_ += fmt::format("<path d=\"M{} {}C{} {} {} {} {} {}\"{}/>", px(from.x), px(from.y), px(leave.x),
                           px(leave.y), px(reach.x), px(reach.y), px(to.x), px(to.y), look(ink));
}

void Drawing::text(Point at, std::string_view words, const Lettering& lettering) {
    const char* anchor = lettering.anchor == Anchor::start    ? ""
                         : lettering.anchor == Anchor::middle ? " text-anchor=\"middle\""
                                                              : " text-anchor=\"end\"";
    shapes_ += fmt::format("<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"{}{}>{}</text>", px(at.x),
                           px(at.y), px(lettering.size), lettering.colour, anchor,
                           lettering.bold ? " font-weight=\"bold\"" : "", escaped(words));
}

std::size_t Drawing::paragraph(Point at, std::string_view words, double width, const Lettering& lettering) {
    constexpr double kLeading = 1.25;  // [of the size] from line to line
    const auto lines = lines_of(words, width, lettering.size);
    for (const std::string& line : lines) {
        text(at, line, lettering);
        at.y += kLeading * lettering.size;
    }
    return lines.size();
}

void Drawing::begin_group(std::string_view name) {
    shapes_ += fmt::format("<g class=\"{}\">", escaped(name));
}
void Drawing::end_group() { shapes_ += "</g>"; }

std::string Drawing::svg(std::string_view title) const {
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {} {}\" width=\"{}\" height=\"{}\" "
        "role=\"img\" aria-label=\"{}\" font-family=\"Arial, Helvetica, sans-serif\">{}</svg>",
        px(width_), px(height_), px(width_), px(height_), escaped(title), shapes_);
}

}  // namespace clout
