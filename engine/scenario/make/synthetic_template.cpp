// The text of synthetic scenarios; words in angle brackets are filled in by synthetic.cpp.
namespace clout {

extern const char* const kSyntheticTemplate;
const char* const kSyntheticTemplate = R"yaml(clout: 1
title: A system of <ORGANISATIONS> organisations
summary: >
  Made to a size, not after a place: what is true of it is its structure. It has <PLACES> with
  <PRACTICES>, <TRUSTS> and <COUNCILS> each, and <CHARITIES> outside them. Practices
  speak through <TIERS> to the board of their place, which shares out the pot of the
  place, and to one board above, which shares out another. The arms ask what changes when practices
  no longer divide their voice between that line and an association, and give it a mandate.

# Made by: clout new NAME --from synthetic --organisations <COUNT> --depth <DEPTH>
# Counts are exact; change them here (per_place, count) and the system grows or shrinks; funds are
# so much for each practice. Every number that is no count is assumed (basis: illustrative). Any of
# them is reachable by its path, as in --set bodies.group.mandate=0.8.

places: [<PLACE_NAMES>]
clock: {years: 5, rounds_per_year: 4}
seed: 1
replicates: <REPLICATES>  # fewer where the system is large
focus: general_practice

# What the money can be spent on, and who delivers it.
programmes:
  elective:
    label: Elective recovery
    delivered_by:
      hospital: {value: 0.95, basis: illustrative}
      general_practice: {value: 0.05, basis: illustrative}
  urgent:
    label: Urgent care
    delivered_by:
      hospital: {value: 0.8, basis: illustrative}
      general_practice: {value: 0.2, basis: illustrative}
  access:
    label: GP access
    delivered_by:
      general_practice: {value: 1, basis: illustrative}
  prevention:
    label: Prevention
    delivered_by:
      general_practice: {value: 0.45, basis: illustrative}
      council: {value: 0.35, basis: illustrative}
      voluntary: {value: 0.2, basis: illustrative}

# Sectors are alike but for what they want, for how far their members stand behind what is said in
# their name (commitment), and for what only practices do: they sign for new work, close, or are
# taken over.
sectors:
  general_practice:
    label: General practice
    position:
      elective: {value: 5, basis: illustrative}
      urgent: {value: 10, basis: illustrative}
      access: {value: 60, basis: illustrative}
      prevention: {value: 25, basis: illustrative}
    spread: &spread {value: {uniform: [0.4, 0.9]}, basis: illustrative}
    income_spread: {value: 0.6, basis: illustrative}
    salience: &salience {value: {uniform: [0.5, 0.9]}, basis: illustrative}
    susceptibility: &susceptibility {value: {uniform: [0.2, 0.6]}, basis: illustrative}
    clout_factor: &by_income {value: 1, basis: illustrative}
    commitment: {value: {uniform: [0.4, 0.6]}, basis: illustrative}
    commitment_spread: {value: 0.15, basis: illustrative}
    sign_off: [group, association]
    lapse_to: hospital
    can_fail: true
    taken_over_by: hospital
  hospital:
    label: Trusts
    position:
      elective: {value: 55, basis: illustrative}
      urgent: {value: 36, basis: illustrative}
      access: {value: 4, basis: illustrative}
      prevention: {value: 5, basis: illustrative}
    spread: *spread
    salience: *salience
    susceptibility: *susceptibility
    clout_factor: *by_income
    income_spread: &alike {value: 0, basis: illustrative}
    commitment_spread: *alike
    commitment: &one_leadership {value: {uniform: [0.9, 1]}, basis: illustrative}
  council:
    label: Councils
    position:
      elective: {value: 3, basis: illustrative}
      urgent: {value: 20, basis: illustrative}
      access: {value: 17, basis: illustrative}
      prevention: {value: 60, basis: illustrative}
    spread: *spread
    salience: *salience
    susceptibility: *susceptibility
    clout_factor: *by_income
    income_spread: *alike
    commitment_spread: *alike
    commitment: *one_leadership
  voluntary:
    label: Charities
    position:
      elective: {value: 2, basis: illustrative}
      urgent: {value: 13, basis: illustrative}
      access: {value: 20, basis: illustrative}
      prevention: {value: 65, basis: illustrative}
    spread: *spread
    salience: *salience
    susceptibility: *susceptibility
    clout_factor: *by_income
    income_spread: *alike
    commitment_spread: *alike
    commitment: *one_leadership

# Incomes in million pounds a year. The charities make up the number of organisations.
organisations:
  practice:
    label: Practice
    sector: general_practice
    per_place: <PRACTICES_EACH>
    income: {value: 1.3, basis: illustrative}
    list_size: {value: 7200, basis: illustrative}
  trust:
    label: Trust
    sector: hospital
    per_place: <TRUSTS_EACH>
    income: {value: <TRUST_INCOME>, basis: illustrative}  # nine a practice of the place
  council:
    label: Council
    sector: council
    per_place: <COUNCILS_EACH>
    income: {value: <COUNCIL_INCOME>, basis: illustrative}  # three a practice of the place
  charity:
    label: Charity
    note: Works everywhere, delivers prevention, and has no seat.
    sector: voluntary
    count: <CHARITIES_COUNT>
    income: {value: <CHARITY_INCOME>, basis: illustrative}  # a quarter of a million a practice

# A practice gives part of its voice to the line of tiers, from <LOWEST> up to group, and part to the
# association. Every tier takes its toll of what reaches the boards: mandate, cohesion, fidelity.
bodies:
<TIER_BODIES>
  association:
    label: Association of practices
    per_place: 1
    mandate: {value: {uniform: [0.2, 0.6]}, basis: illustrative}
    fidelity: *hop
    feedback: *little_feedback
    salience: *salience
    members: {practice: {share: {value: 0.4, basis: illustrative}, home: false}}
  alliance:
    label: Alliance of trusts
    per_place: 1
    mandate: {value: {uniform: [0.8, 1]}, basis: illustrative}
    fidelity: *hop
    feedback: *little_feedback
    salience: *salience
    members: {trust: {share: {value: 1, basis: illustrative}}}
  joint_committee:
    label: Joint committee of councils
    per_place: 1
    mandate: {value: {uniform: [0.8, 1]}, basis: illustrative}
    fidelity: *hop
    feedback: *little_feedback
    salience: *salience
    members: {council: {share: {value: 1, basis: illustrative}}}
  board:
    label: Board of the place
    per_place: 1
    protocol: compromise
    formality: &formality {value: {uniform: [0.3, 0.7]}, basis: illustrative}
    agenda_power: &papers {value: {uniform: [0, 0.2]}, basis: illustrative}
    patience: &patience {value: 0.8, basis: illustrative}
    members: &seats
      group: &gp_seat
        votes: {value: 1, basis: illustrative}
        initiative: {value: 0.2, basis: illustrative}
      association: *gp_seat
      alliance:
        votes: {value: 4, basis: illustrative}
        initiative: &usual {value: 0.5, basis: illustrative}
      joint_committee: {votes: {value: 2, basis: illustrative}, initiative: *usual}
  assembly:
    label: Board above the places
    note: The same seats, of all places; an entry's votes are divided among those that sit.
    protocol: compromise
    formality: *formality
    agenda_power: *papers
    patience: *patience
    members: *seats

# In million pounds a year, for all places together.
funds:
  core_contract:
    label: Core GP contract
    amount: {value: <CORE>, basis: illustrative}  # 0.95 a practice
    growth: {value: 0.03, basis: illustrative}
    protected_for: general_practice
  local_money:
    label: Pots of the places
    note: Divided among the places by list size.
    amount: {value: <LOCAL>, basis: illustrative}  # 0.3 a practice
    growth: {value: 0.03, basis: illustrative}
    decided_by: board
    inertia: &inertia {value: {uniform: [0.75, 0.95]}, basis: illustrative}
    status_quo: &as_it_stands
      elective: {value: 45, basis: illustrative}
      urgent: {value: 33, basis: illustrative}
      access: {value: 13, basis: illustrative}
      prevention: {value: 9, basis: illustrative}
  common_money:
    label: Pot above the places
    amount: {value: <COMMON>, basis: illustrative}  # 0.06 a practice
    growth: {value: 0.03, basis: illustrative}
    decided_by: assembly
    inertia: *inertia
    status_quo: *as_it_stands

dynamics:
  tolerance: {value: {uniform: [0.05, 0.12]}, basis: illustrative}
  opinion_noise: {value: 0.02, basis: illustrative}
  money_to_clout: {value: {uniform: [0, 1]}, basis: illustrative}
  demand_growth: {value: {uniform: [0.025, 0.04]}, basis: illustrative}
  success: {value: 0.3, basis: illustrative}
  predation: {value: 0.05, basis: illustrative}
  norm: {value: 0.3, basis: illustrative}
  reversion: {value: 0.3, basis: illustrative}
  commitment_noise: {value: 0.05, basis: illustrative}
  strain: {value: {uniform: [0.3, 1]}, basis: illustrative}
  shock: {value: {uniform: [0.22, 0.32]}, basis: illustrative}
  takeover: {value: {uniform: [0.05, 0.2]}, basis: illustrative}
  mandate_decay: {value: {uniform: [0.1, 0.4]}, basis: illustrative}
  goodwill_recovery: {value: 0.3, basis: illustrative}
  deadlock_cost: {value: 0.15, basis: illustrative}

levers:
  one_voice:
    label: One line instead of two
    note: Practices give all their voice to the line of tiers; the association's vote goes with it.
    patch:
      sectors: {general_practice: {sign_off: [group]}}
      bodies:
        <LOWEST>: {members: {practice: {share: {value: 1, basis: illustrative}}}}
        association: {members: {practice: null}}
        board:
          members: &one_seat
            group: {votes: {value: 2, basis: illustrative}}
            association: null
        assembly: {members: *one_seat}
  mandate:
    label: An explicit mandate at every tier
    patch:
      bodies:
<TIER_MANDATES>
  feedback:
    label: Regular feedback to practices
    patch:
      bodies:
<TIER_FEEDBACK>
  commitment:
    label: Practices commit to what is agreed
    patch:
      sectors: {general_practice: {commitment: {value: {uniform: [0.6, 0.8]}, basis: illustrative}}}
  proactive:
    label: Practices bring proposals as often as others do
    patch:
      bodies:
        board: {members: &papers_too {group: {initiative: *usual}}}
        assembly: {members: *papers_too}

baseline: fragmented
arms:
  fragmented: {label: Two lines and a weak mandate, levers: []}
  united:
    label: One voice with a mandate
    levers: [one_voice, mandate, feedback, commitment, proactive]
)yaml";

}  // namespace clout
