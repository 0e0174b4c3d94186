// A small scenario in which everything happens that a log can tell: broken talks, red lines, lapses of two
// sectors, an imposition, a champion who leaves, closures and takeovers, two funds at one board.
#pragma once

namespace clout::scenes {

inline constexpr const char* kTurbulent = R"(clout: 1
title: Turbulent
clock: {years: 6, rounds_per_year: 2}
seed: 11
places: [north, south]
focus: gp
programmes:
  access: {label: GP access, delivered_by: {gp: 1}}
  urgent: {label: Urgent care, delivered_by: {gp: 0.2, acute: 0.8}}
  social: {label: Social care, delivered_by: {council: 0.9, acute: 0.1}}
sectors:
  gp: {label: General practice, position: {access: 6, urgent: 1, social: 1}, spread: 0.6, commitment: 0.5, commitment_spread: 0.1,
       susceptibility: 0.4, income_spread: 0.5, can_fail: true, taken_over_by: acute, sign_off: [pcn, lmc], lapse_to: acute,
       imposed_below: 0.6, imposed_after: 2, imposition_cost: 0.2}
  acute: {label: Acute trusts, position: {access: 1, urgent: 6, social: 1}, sign_off: [trusts], lapse_to: gp, commitment: 0.9}
  council: {label: Councils, position: {access: 1, urgent: 1, social: 6}}
organisations:
  practice: {label: Practice, sector: gp, per_place: 9, income: 1.2, list_size: 8000}
  trust: {label: Trust, sector: acute, count: 3, income: 60}
  council: {label: Council, sector: council, per_place: 1, income: 30}
bodies:
  pcn: {label: PCN, per_place: 2, mandate: 0.6, feedback: 0.3, members: {practice: {deal: true, share: 0.6}}}
  lmc: {label: LMC, mandate: 0.4, feedback: 0.3, members: {practice: {share: 0.4, home: false}}}
  trusts: {label: Trusts together, mandate: 0.5, members: {trust: {share: 0.5, home: false}}}
  group: {label: GP group, mandate: 0.5, fidelity: 0.9, feedback: 0.4, champion: 3, members: {pcn: {share: 1}}}
  board:
    label: Board
    agenda_power: 0.2
    patience: 0.3
    red_lines: {social: {floor: 0.3, rigidity: 0.5, held_by: council}}
    members: {group: {votes: 2, initiative: 0.5}, trust: {votes: 3, initiative: 0.5}, council: {votes: 2}}
funds:
  core: {amount: 20, protected_for: gp, exposed: 0.1, exposed_to: local, exposed_as: {access: 1}}
  local: {label: Local schemes, amount: 6, decided_by: board, inertia: 0.6, status_quo: {access: 1, urgent: 1, social: 1}}
  growth: {label: Growth money, amount: 3, growth: 0.1, decided_by: board, inertia: 0.3, status_quo: {urgent: 2, social: 1},
           top_slice: {sector: acute, share: 0.1}}
dynamics: {tolerance: 0.1, opinion_noise: 0.05, money_to_clout: 0.5, demand_growth: 0.03, success: 0.2, predation: 0.1, norm: 0.2,
           reversion: 0.2, commitment_noise: 0.1, strain: 0.5, shock: 0.4, mandate_decay: 0.3, champion_exit: 0.4, takeover: 0.5,
           goodwill_recovery: 0.2, deadlock_cost: 0.3, friction: 0.2}
)";

}  // namespace clout::scenes
