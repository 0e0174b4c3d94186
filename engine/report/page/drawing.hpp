// An SVG picture under construction: shapes and text in the page's own units (CSS pixels at full size).
// Pictures carry their colours with them, so that one that is saved alone looks as it did on the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace clout {

// Colours of the report: two arms, told apart by line style as well; text is always dark.
inline constexpr std::string_view kBaselineColour = "#12436D", kArmColour = "#F46A25",
                                  kTextColour = "#1b1b1b", kQuietColour = "#5a6570", kGridColour = "#d5d9de",
                                  kPaleColour = "#eef1f4";

struct Point {
    double x = 0, y = 0;  // [px] from the upper left corner
};

// How a shape is drawn. An empty colour is none at all.
struct Ink {
    std::string_view fill = {}, stroke = {};
    double width = 1;            // [px] of the stroke
    std::string_view dash = {};  // "6 4" = drawn, left out; empty = whole
    double opacity = 1;          // [0..1] of fill and stroke together
};

enum class Anchor { start, middle, end };

struct Lettering {
    double size = 14;  // [px]
    Anchor anchor = Anchor::start;
    bool bold = false;
    std::string_view colour = kTextColour;
};

class Drawing {
public:
    Drawing(double width, double height) : width_(width), height_(height) {}

    void line(Point from, Point to, const Ink& ink);
    void rectangle(Point corner, double width, double height, const Ink& ink, double rounding = 0);
    void circle(Point centre, double radius, const Ink& ink);
    // An open line through all points, or with `closed` an area.
    void trail(const std::vector<Point>& points, const Ink& ink, bool closed = false);
    // A stroke that leaves `from` and reaches `to` horizontally or, with `upright`, vertically.
    void curve(Point from, Point to, const Ink& ink, bool upright = true);
    // On one line; `at` is the base line's start, middle or end.
    void text(Point at, std::string_view words, const Lettering& lettering = {});
    // Broken between words into lines no wider than `width`; returns how many lines there were.
    std::size_t paragraph(Point at, std::string_view words, double width, const Lettering& lettering = {});
    // What follows until `end_group` belongs together under that class name, for pages with scripts.
    void begin_group(std::string_view name);
    void end_group();

    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double height() const { return height_; }
    // The whole picture; `title` is what a screen reader calls it.
    [[nodiscard]] std::string svg(std::string_view title) const;

private:
    double width_, height_;
    std::string shapes_;
};

// Text as HTML and SVG show it: markup is shown and never obeyed, control characters are left out.
[[nodiscard]] std::string escaped(std::string_view text);

// [px] How wide a line of text is in Arial or a face like it.
[[nodiscard]] double text_width(std::string_view text, double size);

// The same lines as `paragraph` draws.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text, double width, double size);

}  // namespace clout
