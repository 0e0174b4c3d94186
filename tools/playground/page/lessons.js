// Lessons: a scenario to begin with, a bet, things to notice and to try, a puzzle, and what the state is in words.

const kLessons = [];

function lessonStart(lesson) {
  const levers = lesson.levers ? [...lesson.levers] : null;
  return { scenario: lesson.file, base: lesson.base, arm: lesson.arm, levers, settings: new Map(lesson.settings ?? []), knobs: new Map() };
}

let lessonDrawn = "";

function forgetLesson() {
  lessonDrawn = "";
  by("lesson").hidden = true;
  fill(by("lesson"));
  fill(by("instrument"));
}

function drawLesson(page) {
}
