// Studies of many points, each kept in one file that survives anything. Beside clout.hpp: whoever includes it
// links clout::sweep, which brings clout::clout (and SQLite).
#pragma once

#include "engine/face/drivers.hpp"
#include "engine/face/threshold.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>

namespace clout::face {

// A number of the scenario that a study moves: two values are a range; any number of them, one of these;
// none, as the file spreads it.
struct Varied {
    std::string path;  // as in Setting; may begin with an arm or a lever
    std::vector<double> values;
    bool listed = false;  // one of the values
};

enum class Keep : std::uint8_t { summary, replicates, series };

struct SweepAsked {
    std::vector<std::string> arms;  // empty = all
    std::vector<Varied> vary;       // empty = every uncertain number
    std::string design = "sobol";   // sobol, latin, grid, morris, jansen, shapley, table
    std::size_t size = 256;         // points, levels a factor, paths, stars or walks, as the design counts
    std::uint64_t design_seed = 1;
    std::vector<double>
        table;  // of that design alone: (points × varied numbers); their ranges are taken from it
    Keep keep = Keep::summary;  // of each point: also every future's last year, also every year
};

// How an existing study is gone on with.
struct GoOn {
    bool retry_failed = false;
    std::size_t add = 0;  // sobol, morris, jansen and shapley: so many more of what the design counts
};

struct FailedPoint {
    std::size_t point = 0, attempts = 0;
    std::string error;
};

struct StudyState {
    std::size_t pending = 0, done = 0, failed = 0;  // [points]
    double seconds = 0;                             // of all that was played
    std::uint64_t content = 0;                      // the same for the same findings, whoever played them
    std::vector<FailedPoint> failures;
};

// All that is kept, point by point; NaN where a point is not done.
struct StudyValues {
    std::vector<double> numbers;    // (points × numbers) [the number's unit]
    std::vector<double> summaries;  // (points × arms × measures × 4): mean, 5th, 50th, 95th percentile
    std::vector<double> differences;  // (points × arms × measures × 7): these four of the paired differences,
                                      // their standard error, shares with more and with less; the baseline's
                                      // are NaN
    std::vector<double> kept;  // (points × arms × measures × years × replicates); years 1 where only the
                               // last is kept; empty where none is
    std::size_t points = 0, years = 0;
};

// What a figure hangs on over the points of a study, by the estimators of its design.
struct NumberSensitivity {
    std::string number;
    std::optional<Estimate> first;           // [share of the variance] sobol, latin, grid, table
    bool distinct = false;                   // `first` from 0
    std::optional<Estimate> total;           // [share of the variance] jansen; of the former where believed
    std::optional<Estimate> shapley_effect;  // [share of the variance] shapley
    // [the figure's unit] morris: the mean change over the number's range, its size, and how it varies.
    std::optional<double> mean_effect, mean_size, spread;
};

struct Sensitivity {
    std::string figure, unit, arm;
    std::size_t points = 0, missing = 0;
    double mean = 0, sd = 0;  // [unit] over the points
    std::vector<NumberSensitivity> numbers;
    Printed printed;
};

// Where in the space a condition holds: one box.
struct Robust {
    struct Side {
        std::string number;
        std::optional<double> low, high;  // [the number's unit] at least, at most
    };
    std::string until, arm;
    double holds = 0;     // [share] of all points in which it holds
    double coverage = 0;  // [share] of these that lie inside
    double density = 0;   // [share] of the points inside in which it holds
    double mass = 0;      // [share] of all points that lie inside
    std::vector<Side> sides;
    Printed printed;
};

// A study's file. What is asked of it is read when it is asked, and so are its troubles.
class Study {
public:
    struct Inside;
    explicit Study(std::shared_ptr<Inside> inside) : inside_(std::move(inside)) {}

    [[nodiscard]] std::string file() const;
    [[nodiscard]] std::vector<std::string> arms() const;                              // the baseline first
    [[nodiscard]] std::vector<std::string> numbers() const;                           // that are varied
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> measures() const;  // name, unit
    [[nodiscard]] std::string lead() const;  // the measure that findings lead with
    [[nodiscard]] std::string design() const;
    [[nodiscard]] std::size_t points() const, replicates() const, years() const;
    [[nodiscard]] Keep keep() const;

    [[nodiscard]] Result<StudyState> state() const;
    [[nodiscard]] Result<StudyValues> values() const;
    // No figure: the difference of the lead where there are two arms, else the lead. No arm: the second.
    [[nodiscard]] Result<Sensitivity> sensitivity(const std::string& figure = {},
                                                  const std::string& arm = {}) const;
    [[nodiscard]] Result<Robust> robust(const std::string& until, const std::string& arm = {}) const;
    [[nodiscard]] Printed printed() const;  // how far it is

private:
    std::shared_ptr<Inside> inside_;
};

// A new study in a new file, played. Progress is in points. After a stop its points in hand are finished and
// kept, and what is left is pending. A point that fails is no problem of the study.
[[nodiscard]] Result<Study> sweep(const Scenario& scenario, const std::string& file, const SweepAsked& asked,
                                  const Options& options = {});

// The same study on from where it was. That it is one of this scenario is checked; what differs is told.
[[nodiscard]] Result<Study> resume(const Scenario& scenario, const std::string& file, const GoOn& how = {},
                                   const Options& options = {});

[[nodiscard]] Result<Study> open_study(const std::string& file);

}  // namespace clout::face
