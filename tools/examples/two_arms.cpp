// A program made on clout: compares the arms of a scenario, prints the first finding and one number.
//
//     two_arms scenarios/one-area.yaml [REPLICATES]
#include "engine/clout.hpp"

#include <iostream>
#include <string>

int main(int argc, char** argv) {
    if (argc < 2) {
        std::cerr << "two_arms: which scenario? as in: two_arms one-area.yaml 200\n";
        return 2;
    }
    namespace face = clout::face;
    face::Source source{argv[1], {}};
    if (argc > 2) {
        source.settings.push_back({"replicates", argv[2]});
    }
    const auto scenario = face::load(source);
    const auto compared =
        scenario ? face::compare(scenario.value()) : clout::Result<face::Comparison>(scenario.problems());
    for (const clout::Problem& problem : compared.problems()) {
        std::cerr << clout::to_text(problem) << '\n';
    }
    if (!compared) {
        return 1;
    }
    const face::Comparison& found = compared.value();
    for (const face::ArmResult& arm : found.arms) {
        if (!arm.finding) {
            continue;
        }
        std::cout << arm.finding->sentence << '\n'
                  << "difference in " << found.focus << "'s money: " << arm.finding->money.summary.mean
                  << " (" << arm.finding->money.se << ") £m a year over " << found.replicates << " futures\n";
        break;
    }
    return 0;
}
