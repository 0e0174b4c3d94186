#include "engine/report/page/html_page.hpp"

#include <fmt/format.h>

namespace clout {
namespace {

// As it may stand in an address: whatever is no letter, digit or one of -._~ by its bytes.
std::string in_address(std::string_view text) {
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '.' || c == '_' || c == '~';
        out += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
    }
    return out;
}

// No line ends between a sign and its pounds.
std::string in_one_piece(std::string words) {
    constexpr std::string_view kSigned = "+£", kJoined = "+\u2060£";
    for (std::size_t at = 0; (at = words.find(kSigned, at)) != std::string::npos; at += kJoined.size())
        words.replace(at, kSigned.size(), kJoined);
    return words;
}

std::string cell_html(const std::string& cell, bool heading, bool first) {
    if (heading && cell.empty()) return "<td></td>";  // a corner heads nothing
    const char* tag = heading || first ? "th" : "td";
    const char* scope = heading ? " scope=\"col\"" : first ? " scope=\"row\"" : "";
    if (cell.size() > 2 && cell.front() == '[' && cell.back() == ']') {
        const std::string word = escaped(cell.substr(1, cell.size() - 2));
        return fmt::format("<{}{}><span class=\"badge {}\">{}</span></{}>", tag, scope, word, word, tag);
    }
    return fmt::format("<{}{}>{}</{}>", tag, scope, escaped(cell), tag);
}

std::string table_html(const std::vector<std::vector<std::string>>& rows, std::string_view caption) {
    if (rows.empty()) return {};
    std::string html = "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" +
                       escaped(caption.empty() ? "table" : caption) + "\"><table>";
    if (!caption.empty()) html += "<caption>" + escaped(caption) + "</caption>";
    for (std::size_t row = 0; row < rows.size(); ++row) {
        html += row == 0 ? "<thead><tr>" : "<tr>";
        for (std::size_t cell = 0; cell < rows[row].size(); ++cell)
            html += cell_html(rows[row][cell], row == 0, cell == 0);
        html += row == 0 ? "</tr></thead><tbody>" : "</tr>";
    }
    return html + "</tbody></table></div>";
}

}  // namespace

std::string table_csv(const std::vector<std::vector<std::string>>& rows) {
    std::string csv;
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            std::string cell = row[i];
            if (cell.find_first_of(",\"\r\n") != std::string::npos) {
                std::string quoted;
                for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
                cell = '"' + quoted + '"';
            }
            csv += (i ? "," : "") + cell;
        }
        csv += "\r\n";
    }
    return csv;
}

void HtmlPage::close_section() {
    if (open_) body_ += "</section>\n";
    open_ = false;
}

void HtmlPage::section(std::string_view heading) {
    close_section();
    ++sections_;
    body_ += fmt::format("<section aria-labelledby=\"s{}\"><h2 id=\"s{}\">{}</h2>\n", sections_, sections_,
                         escaped(heading));
    contents_ += fmt::format("<li><a href=\"#s{}\">{}</a></li>", sections_, escaped(heading));
    open_ = true;
}

void HtmlPage::paragraph(std::string_view words, std::string_view style) {
    body_ += style.empty() ? "<p>" : fmt::format("<p class=\"{}\">", escaped(style));
    body_ += escaped(words) + "</p>\n";
}

void HtmlPage::list(const std::vector<std::string>& items) {
    body_ += "<ul>";
    for (const std::string& item : items) body_ += "<li>" + escaped(item) + "</li>";
    body_ += "</ul>\n";
}

void HtmlPage::table(const std::vector<std::vector<std::string>>& rows, std::string_view caption) {
    body_ += table_html(rows, caption) + "\n";
}

void HtmlPage::chart(const Chart& chart) {
    const std::string csv = in_address(table_csv(chart.table));
    body_ += fmt::format(
        "<figure class=\"chart\" id=\"chart-{0}\"><h3>{8}</h3><div class=\"wide\">{2}</div><div "
        "class=\"narrow\">{3}</div>"
        "<figcaption>{4}</figcaption><details><summary>The figures<span class=\"hidden\"> of: "
        "{1}</span></summary>{5}</details>"
        "<p class=\"save\"><a download=\"{0}.csv\" href=\"data:text/csv;charset=utf-8,{6}\">Save as CSV<span "
        "class=\"hidden\">: "
        "{1}</span></a> <button type=\"button\" class=\"svg\" data-name=\"{0}\" hidden>Save as SVG<span "
        "class=\"hidden\">: "
        "{1}</span></button>{7}</p></figure>\n",
        escaped(chart.name), escaped(chart.title), chart.wide, chart.narrow, escaped(chart.alt),
        table_html(chart.table, chart.title), csv,
        chart.wide.find("class=\"future ") == std::string::npos
            ? ""
            : " <button type=\"button\" class=\"another\" hidden>Another future</button>",
        in_one_piece(escaped(chart.title)));
}

void HtmlPage::folded(std::string_view summary, std::string_view text) {
    body_ += "<details><summary>" + escaped(summary) + "</summary><pre tabindex=\"0\">";
    for (std::size_t at = 0;
         at <= text.size();) {  // line by line: the only control character that is kept is the line's end
        const std::size_t end = std::min(text.find('\n', at), text.size());
        body_ += escaped(text.substr(at, end - at)) + "\n";
        at = end + 1;
    }
    body_ += "</pre></details>\n";
}

void HtmlPage::note(std::string_view heading, const std::vector<std::string>& paragraphs) {
    body_ += "<aside class=\"note\"><h3>" + escaped(heading) + "</h3>";
    for (const std::string& one : paragraphs) body_ += "<p>" + escaped(one) + "</p>";
    body_ += "</aside>\n";
}

std::string HtmlPage::body() const { return body_ + (open_ ? "</section>\n" : ""); }

std::string HtmlPage::html() const {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\">"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
        "'unsafe-inline'; script-src "
        "'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'\">"
        "<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\"><title>{}</title><style>{}</style></head>\n"
        "<body><a class=\"skip\" href=\"#finding\">To the finding</a><main><h1 id=\"finding\" "
        "dir=\"auto\">{}</h1>\n{}</main>"
        "<nav aria-label=\"Contents\"><h2>On this "
        "page</h2><ol>{}</ol></nav><script>{}</script></body></html>\n",
        escaped(title_), page_style(), escaped(finding_), body(), contents_, page_script());
}

}  // namespace clout
