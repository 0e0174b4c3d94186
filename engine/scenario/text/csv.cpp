#include "engine/scenario/text/csv.hpp"

#include <algorithm>

namespace clout {

bool CsvReader::next(std::vector<std::string>& cells) {
    while (at_ < text_.size() && text_[at_] == '\n') {
        ++at_;
        ++line_;
    }
    if (at_ >= text_.size()) return false;
    trouble_.clear();
    record_line_ = line_;
    for (std::size_t count = 0;; ++count) {
        if (count == cells.size()) cells.emplace_back();
        cell(cells[count]);
        if (at_ >= text_.size() || text_[at_] == '\n') {
            cells.resize(count + 1);
            break;
        }
        ++at_;  // the comma
    }
    if (at_ < text_.size()) {
        ++at_;
        ++line_;
    }
    return true;
}

void CsvReader::cell(std::string& into) {
    into.clear();
    if (at_ >= text_.size() || text_[at_] != '"') {
        std::size_t end = at_;
        bool quote = false;
        for (; end < text_.size() && text_[end] != ',' && text_[end] != '\n'; ++end)
            quote = quote || text_[end] == '"';
        into.assign(text_.substr(at_, end - at_));
        if (quote) trouble_ = "a quote inside a cell that does not start with one";
        at_ = end;
        return;
    }
    ++at_;
    while (at_ < text_.size()) {
        const std::size_t quote = std::min(text_.find('"', at_), text_.size());
        const std::string_view part = text_.substr(at_, quote - at_);
        line_ += static_cast<int>(std::count(part.begin(), part.end(), '\n'));
        into.append(part);
        at_ = std::min(quote + 1, text_.size());
        if (quote == text_.size()) {
            trouble_ = "a quote is opened and never closed";
            return;
        }
        if (at_ >= text_.size() || text_[at_] != '"') break;
        into += '"';
        ++at_;
    }
    if (at_ < text_.size() && text_[at_] != ',' && text_[at_] != '\n') {
        trouble_ = "text after a closing quote";
        at_ = std::min(text_.find_first_of(",\n", at_), text_.size());
    }
}

}  // namespace clout
