// What does a round need, how fast could this machine do it, and how much of that is reached? Prints the part
// of bench/README.md that answers, from one run: `bench/keep --page` puts it there.
//
//     bench_floor [LOOKS]    so many looks of a second or two, of which the best counts: one is enough on a
//                            machine of one's own
#include "bench/reached.hpp"

#include <cstdarg>
#include <cstdio>
#include <cstdlib>

namespace clout::bench {
namespace {

constexpr int kLanes = 16;
constexpr int kPlays = 15;  // a look

std::string text(const char* format, ...) {
    char line[256];
    va_list values;
    va_start(values, format);
    std::vsnprintf(line, sizeof line, format, values);
    va_end(values);
    return line;
}

// 123.4 to "123" and 0.01234 to "0.012": two or three digits are known at best.
std::string number(double value) {
    if (value >= 9.95) return text("%.0f", value);
    if (value >= 0.995) return text("%.1f", value);
    return value == 0 ? "–" : text("%.2g", value);
}

void print_bandwidths(const Ceilings& at) {
    std::puts("\n| memory, GB/s: one thread · two | read | copy | triad |\n|---|---:|---:|---:|");
    for (const Level& level : at.levels) {
        std::printf("| %s |", level.name.c_str());
        for (double Bandwidth::*of : {&Bandwidth::read, &Bandwidth::copy, &Bandwidth::triad})
            std::printf(" %.0f · %.0f |", level.one.*of * 1e-9, level.both.*of * 1e-9);
        std::puts("");
    }
}

void print_ceilings(const Ceilings& at) {
    std::puts("| ceiling, G a second on one core | |\n|---|---:|");
    const struct {
        const char* name;
        double rate;
    } rows[] = {{"adds and multiplies, not fused (fused)", at.add_multiply},
                {"divisions", at.divide},
                {"square roots", at.root},
                {"Philox4x32-10, words", at.words},
                {"uniform draws", at.uniforms},
                {"normal draws, by four", at.normals},
                {"normal draws, by eight", at.normals_of_8},
                {"exponentials", at.exponentials},
                {"logarithms", at.logarithms},
                {"powers", at.powers}};
    for (const auto& row : rows) {
        std::printf("| %s | %s%s |\n", row.name, number(row.rate * 1e-9).c_str(),
                    row.rate == at.add_multiply ? text(" (%.0f)", at.fused * 1e-9).c_str() : "");
    }
    print_bandwidths(at);
}

// One line: what an organisation-round needs, and nanoseconds.
void print_line(const std::string& name, const Needs& needs, const Floor& floor, double state_bytes,
                double reached) {
    const Time time = time_of(needs, ceilings(), state_bytes);
    const auto each = [&](double of) { return number(of / floor.organisations); };
    std::printf("| %s | %s | %s | %s | %s + %s | %s + %s | %s · %s | %s | %.0f %% |\n", name.c_str(),
                each(needs.flops).c_str(), each(needs.divisions).c_str(),
                each(needs.exponentials + needs.logarithms + needs.powers).c_str(),
                each(needs.normals).c_str(), each(needs.spare_words).c_str(), each(needs.bytes_read).c_str(),
                each(needs.bytes_written).c_str(), each(time.arithmetic * 1e9).c_str(),
                each(time.memory * 1e9).c_str(), each(reached * 1e9).c_str(), 100 * time.floor() / reached);
}

void print_needs(const char* title, const System& system, std::size_t phases, int looks) {
    const Floor floor = floor_of(system);
    const std::array<double, 6> reached = phase_seconds<kLanes>(system, looks * kPlays);
    std::printf(
        "\n| %s | flops | ÷ | exp, log, power | normals + spare words | bytes read + written "
        "| floor, ns: arithmetic · memory | taken, ns | of the floor |\n"
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|\n",
        title);
    const Needs whole = floor.together(phases);
    const double state_bytes = kLanes * whole.bytes_read;
    double taken = 0;
    for (std::size_t p = 0; p < phases; ++p) {
        print_line(kPhases<kLanes>[p].name, floor.phases[p], floor, state_bytes, reached[p]);
        taken += reached[p];
    }
    print_line("**together**", whole, floor, state_bytes, taken);
    const Time time = time_of(whole, ceilings(), state_bytes);
    std::printf(
        "\nThe floor allows **%.0f** million organisation-rounds a second on a core, **%.0f** are reached. "
        "%d replicates take %.2g MiB: %s.\n",
        floor.organisations / time.floor() * 1e-6, floor.organisations / taken * 1e-6, kLanes,
        state_bytes / (1 << 20), ceilings().level_of(state_bytes).name.c_str());
}

}  // namespace

void print_page(int looks) {
    print_ceilings(ceilings(looks));
    const auto opinions = std::filesystem::path(CLOUT_ROOT) / "bench" / "opinions.yaml";
    print_needs("greater-manchester", workload::baseline("greater-manchester"), 6, looks);
    print_needs("opinions", compile(workload::read(opinions).arms[0].scenario), 2, looks);
}

}  // namespace clout::bench

int main(int count, char** arguments) {
    clout::bench::print_page(count > 1 ? std::max(1, std::atoi(arguments[1])) : 1);
}
