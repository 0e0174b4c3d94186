// What the page asks of the engine and what it answers, as JSON both ways. One desk serves one page: it holds
// the files the page knows, the scenario that is open, and two of its arms.
//
//   {"ask": "files", "files": {name: text}}                     texts by name, as `extends` and rosters name
//   them
//   {"ask": "open", "file", "settings": [[path, value]]}        reads and merges; settings as `--set` has
//   them
//       → {"title", "focus", "arms": [{"name", "label", "levers"}], "levers": [{"name", "label"}], …}
//   {"ask": "check", "file"}                                    → {"found": [problem]}: all that is wrong or
//   doubtful
//   {"ask": "pair", "base", "arm"}                              → {"knobs": [{"path", "label", "low", "high",
//   …}]}
//   {"ask": "fix", "knobs": {path: value}}                      patches; nothing is read again
//   {"ask": "play", "first", "count"}                           → values() has the futures
//   {"ask": "take", "first", "count"}                           keeps the values that were written to room(n)
//   {"ask": "show", "influence": n}                             → {"headline", "html", "figures", "authors",
//   …}
//   {"ask": "text", "file", "settings"}                         → {"text"}: the scenario, whole, as YAML
//   {"ask": "dial", "file", "base", "arm", "futures", "points": [{"label", "settings"}]}  → {"html"}: a chart
//   {"ask": "make", "practices", …}                             → {"text"}: an area of one's own
//
// Whatever cannot be done is answered {"problems": [{"severity", "file", "line", "column", "path", "message",
// "hint"}]}.
#pragma once

#include "engine/base/result.hpp"
#include "tools/playground/engine/pair.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace clout::playground {

class Desk {
public:
    // Never throws for what it is asked.
    [[nodiscard]] std::string answer(const std::string& request);

    [[nodiscard]] const std::vector<double>& values() const { return values_; }
    // Where the page writes the futures that `take` is to keep.
    [[nodiscard]] double* room(std::size_t count);

    struct Asked;  // a request, read

private:
    [[nodiscard]] std::string respond(const Asked& asked);
    [[nodiscard]] std::string open(const Asked& asked);
    [[nodiscard]] std::string pair(const Asked& asked);
    [[nodiscard]] std::string fix(const Asked& asked);
    [[nodiscard]] std::string play(const Asked& asked);
    [[nodiscard]] std::string take(const Asked& asked);
    [[nodiscard]] std::string show(const Asked& asked);
    [[nodiscard]] std::string text(const Asked& asked) const;
    [[nodiscard]] std::string dial(const Asked& asked) const;
    [[nodiscard]] static std::string make(const Asked& asked);
    [[nodiscard]] Result<Library> read(const std::string& file, const std::vector<Override>& settings) const;

    std::map<std::string, std::string> files_;
    std::shared_ptr<const Library> library_;
    std::unique_ptr<Pair> pair_;
    std::vector<double> values_;
};

}  // namespace clout::playground
