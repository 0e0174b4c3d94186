#include "tools/sweep_request.hpp"

#include "engine/report/files/folder.hpp"
#include "engine/scenario/text/csv.hpp"
#include "engine/scenario/text/plain_number.hpp"
#include "engine/study/unknown_name.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace clout {
namespace {

constexpr std::size_t kUsualSize = 256;
constexpr std::uint64_t kMostSize = 100'000'000;

std::optional<Shard> to_shard(const std::string& text) {
    if (text.empty()) return Shard{};
    Shard shard;
    const char *at = text.data(), *end = text.data() + text.size();
    const auto part = std::from_chars(at, end, shard.part);
    if (part.ec != std::errc{} || part.ptr == end || *part.ptr != '/') return std::nullopt;
    const auto parts = std::from_chars(part.ptr + 1, end, shard.parts);
    const bool whole = parts.ec == std::errc{} && parts.ptr == end;
    return whole && shard.part >= 1 && shard.part <= shard.parts ? std::optional(shard) : std::nullopt;
}

std::optional<Keep> to_keep(const std::string& word) {
    for (const Keep keep : {Keep::summary, Keep::replicates, Keep::series})
        if (word == keep_word(keep)) return keep;
    return std::nullopt;
}

std::vector<Problem> problem(std::string message, std::string hint = {}) {
    return {refused_request(std::move(message), std::move(hint))};
}

}  // namespace

std::string SweepTyped::store_file() const {
    return store.empty() ? std::filesystem::path(file).stem().string() + ".study" : store;
}

std::vector<Option> design_options(SweepTyped& typed) {
    return {scenario_file(typed.file),
            {.label = "--vary",
             .into = &typed.vary,
             .meaning = "a number that is varied; may be repeated (default: every uncertain number)",
             .value = "PATH=LOW:HIGH"},
            arms_option(typed.arms),
            {.label = "--design",
             .into = &typed.design,
             .meaning = "sobol (default), latin, grid, morris, jansen, shapley or table",
             .value = "NAME"},
            {.label = "--size",
             .into = &typed.size,
             .meaning = "points, levels a factor, paths, stars or walks, as the design counts (default: 256)",
             .value = "N",
             .check = whole_number(1, kMostSize)},
            {.label = "--design-seed",
             .into = &typed.design_seed,
             .meaning = "other points",
             .value = "N",
             .check = whole_number()},
            {.label = "--table",
             .into = &typed.table,
             .meaning = "points from a CSV file: a column a number, named by its path",
             .value = "FILE"},
            {.label = "--keep",
             .into = &typed.keep,
             .meaning = "of each point: summary (default), replicates or series",
             .value = "WHAT"}};
}

std::vector<Option> sweep_options(SweepTyped& typed) {
    std::vector<Option> all = design_options(typed);
    const std::vector<Option> own{
        {.label = "--store",
         .into = &typed.store,
         .meaning = "the study's file (default: the scenario's name with .study)",
         .value = "FILE"},
        {.label = "--work-in",
         .into = &typed.work_in,
         .meaning = "write the store in this folder of this node, and move it to its place at the end",
         .value = "DIR"},
        {.label = "--resume", .into = &typed.resume, .meaning = "go on with a study that was stopped"},
        {.label = "--resume-or-start",
         .into = &typed.resume_or_start,
         .meaning = "the same, or begin where there is none yet: for job scripts"},
        {.label = "--retry-failed", .into = &typed.retry_failed, .meaning = "play points that failed again"},
        {.label = "--add",
         .into = &typed.add,
         .meaning = "enlarge a study by so many (sobol, morris, jansen, shapley)",
         .value = "N",
         .check = whole_number(1, kMostSize)},
        {.label = "--from",
         .into = &typed.from_store,
         .meaning = "the study of another store, asked again of this scenario",
         .value = "STORE"},
        {.label = "--shard",
         .into = &typed.shard,
         .meaning = "every n-th point only, into a store of its own; clout merge puts them together",
         .value = "I/N"},
        {.label = "-n,--dry-run",
         .into = &typed.dry_run,
         .meaning = "say what would be played, and play nothing"}};
    all.insert(all.end(), own.begin(), own.end());
    return all;
}

Result<SweepAsked> with_table(SweepAsked asked, const std::string& file) {
    const std::string text = read_whole(file);
    CsvReader reader(text);
    std::vector<std::string> cells;
    if (!reader.next(cells)) return problem("--table " + file + ": there is nothing in it");
    asked.varied.clear();
    const std::size_t columns = cells.size();
    for (const std::string& path : cells) asked.varied.push_back({path, {}, false});
    std::vector<double> table;
    while (reader.next(cells)) {
        const std::string where = file + ":" + std::to_string(reader.line());
        if (cells.size() != columns)
            return problem(where + ": " + std::to_string(cells.size()) + " cells",
                           "the first line names " + std::to_string(columns));
        for (const std::string& cell : cells) {
            const auto number = plain_number(cell);
            if (!number.value) return problem(where + ": '" + cell + "' is no number", number.hint);
            table.push_back(*number.value);
        }
    }
    if (table.empty()) return problem("--table " + file + ": there are no points in it");
    take_points(asked, std::move(table));
    return asked;
}

Result<SweepRequest> to_request(const SweepTyped& typed, const std::optional<SweepAsked>& remembered) {
    SweepRequest request;
    SweepAsked& asked = request.asked;
    if (remembered) asked = *remembered;
    if (!typed.arms.empty()) asked.arms = typed.arms;
    if (!typed.vary.empty()) asked.varied.clear();
    for (const std::string& text : typed.vary) {
        auto varied = to_varied(text);
        if (!varied) return varied.problems();
        asked.varied.push_back(std::move(varied).value());
    }
    if (!typed.design.empty()) asked.design.name = typed.design;
    if (typed.size) asked.design.size = static_cast<std::size_t>(*typed.size);
    if (asked.design.size == 0) asked.design.size = kUsualSize;
    if (typed.design_seed) asked.design.seed = *typed.design_seed;
    if (!typed.keep.empty()) {
        const auto keep = to_keep(typed.keep);
        if (!keep) return problem("--keep " + typed.keep, "it is summary, replicates or series");
        asked.keep = *keep;
    }
    const auto shard = to_shard(typed.shard);
    if (!shard) return problem("--shard " + typed.shard, "expected I/N, as in 1/3");
    request.shard = *shard;
    if (typed.design == "table" && typed.table.empty() && !remembered)
        return problem("a table needs its points", "give --table FILE");
    if (typed.table.empty()) return request;
    auto tabled = with_table(std::move(asked), typed.table);
    if (!tabled) return tabled.problems();
    asked = std::move(tabled).value();
    return request;
}

}  // namespace clout
