// Private to the face: what stands behind its handles, and engine figures as plain structs.
#pragma once

#include "engine/analysis/estimators/sample.hpp"
#include "engine/analysis/headline.hpp"
#include "engine/face/comparison.hpp"
#include "engine/face/drivers.hpp"
#include "engine/scenario/library.hpp"
#include "engine/study/playing.hpp"
#include "engine/study/provenance.hpp"

#include <memory>

namespace clout::face {

struct Scenario::Inside {
    Library library;
};

[[nodiscard]] inline const Library& library_of(const Scenario& scenario) { return scenario.inside().library; }

// Keeps `options`, which must outlive what is returned.
[[nodiscard]] StudyOptions study_options(const Options& options);

[[nodiscard]] Summary plain(const clout::Summary& summary);
[[nodiscard]] Difference plain(const clout::Difference& difference);
[[nodiscard]] Verdict plain(clout::Verdict verdict);
[[nodiscard]] Estimate plain(const clout::Estimate& estimate);

}  // namespace clout::face
