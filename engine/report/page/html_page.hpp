// One HTML file, made of sections and charts: no request, no script needed to read it.
#pragma once

#include "engine/report/page/chart.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace clout {

class HtmlPage {
public:
    // `title` is the window's; `finding` the first heading.
    HtmlPage(std::string title, std::string finding)
        : title_(std::move(title)), finding_(std::move(finding)) {}

    void section(std::string_view heading);
    // Words are shown as they are, markup included.
    void paragraph(std::string_view words, std::string_view style = {});
    void list(const std::vector<std::string>& items);
    // The first row has the headings. A cell of the form "[observed]" is shown as a badge.
    void table(const std::vector<std::vector<std::string>>& rows, std::string_view caption = {});
    void chart(const Chart& chart);
    // A text that is long and quoted as it is, folded away under a summary.
    void folded(std::string_view summary, std::string_view text);
    // A note that stands apart: what to read first, what this does not show.
    void note(std::string_view heading, const std::vector<std::string>& paragraphs);

    [[nodiscard]] std::string html() const;
    // The sections alone, for a page that has a frame and a script of its own.
    [[nodiscard]] std::string body() const;

private:
    void close_section();

    std::string title_, finding_, body_, contents_;
    std::size_t sections_ = 0;
    bool open_ = false;
};

// A table as comma-separated text (RFC 4180).
[[nodiscard]] std::string table_csv(const std::vector<std::vector<std::string>>& rows);

// The page's style and the script that steps from future to future and saves charts; nothing else is ever
// executed.
[[nodiscard]] std::string_view page_style();
[[nodiscard]] std::string_view page_script();

}  // namespace clout
