// What is set, as the part of the address behind "#": it can be kept, sent and opened again.
//   scenario, base, arm, levers (a mix of one's own), focus, seed, lesson, set=path=value (as --set has it)

function readAddress(hash) {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const state = { scenario: given.get("scenario") || "", base: given.get("base") || "", arm: given.get("arm") || "", lesson: given.get("lesson") || "", levers: null, settings: new Map() };
  if (given.has("levers")) state.levers = given.get("levers").split(",").filter(Boolean);
  for (const setting of given.getAll("set")) {
    const at = setting.indexOf("=");
    if (at > 0) state.settings.set(setting.slice(0, at), setting.slice(at + 1));
  }
  return state;
}

function writeAddress(state) {
  const out = new URLSearchParams();
  for (const key of ["lesson", "scenario", "base", "arm"]) if (state[key]) out.set(key, state[key]);
  if (state.levers) out.set("levers", state.levers.join(","));
  for (const [path, value] of state.settings) out.append("set", path + "=" + value);
  for (const [path, value] of state.knobs) out.append("set", path + "=" + value);
  return "#" + out.toString();
}
