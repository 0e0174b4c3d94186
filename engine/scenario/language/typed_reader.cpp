#include "engine/scenario/language/typed_reader.hpp"

#include "engine/scenario/language/fields_scenario.hpp"
#include "engine/scenario/language/uncertain_number.hpp"

#include <algorithm>
#include <cmath>

namespace clout {
namespace {

// Goes down into a part of the tree and comes back when it goes out of scope.
class TypedReader {
public:
    TypedReader(const Node& root, const Names& names, Scenario& scenario)
        : at_(&root), names_(names), scenario_(scenario) {}

    void text(const Field& field, std::string& value) const {
        if (const Node* node = at_->find(field.key); node && node->is_scalar()) value = node->text;
    }
    void name(const Field& field, std::string& value) const { text(field, value); }
    void protocol(const Field& field, std::string& value) const {
        value = field.otherwise;
        text(field, value);
    }
    void flag(const Field& field, bool& value) const {
        value = field.standard == 1.0;
        const Node* node = at_->find(field.key);
        if (node && node->is_scalar() && !node->quoted)
            value = node->text == "true" || (value && node->text != "false");
    }
    template <class T>
    void whole(const Field& field, T& value) const {
        value = static_cast<T>(field.standard.value_or(0));
        const Node* node = at_->find(field.key);
        if (!node) return;
        if (const auto read = read_whole(*node, field.legal, {}, nullptr)) value = static_cast<T>(*read);
    }
    void real(const Field& field, double& value) const {
        const Node* node = at_->find(field.key);
        if (!node) return;
        if (const auto read = read_plain(*node, field.legal, {}, nullptr)) value = *read;
    }
    void number(const Field& field, Number& value, const Number* inherited = nullptr) const {
        const std::string path = join_path(path_, field.key);
        const Node* node = at_->find(field.key);
        auto read = node ? read_number(*node, field.legal, path, nullptr) : std::nullopt;
        if (read)
            value = std::move(*read);
        else if (!node && inherited)
            value = *inherited;
        else
            value = standard_number(field.standard.value_or(0), field.legal, path);
    }
    void maybe(const Field& field, std::optional<Number>& value) const {
        const Node* node = at_->find(field.key);
        if (node) value = read_number(*node, field.legal, join_path(path_, field.key), nullptr);
    }
    void weights(const Field& field, std::vector<Number>& value, Space space,
                 const std::vector<Number>* inherited) const {
        const Node* node = at_->find(field.key);
        if (!node && inherited) value = *inherited;
        if (!node && inherited) return;
        value.clear();
        const std::string path = join_path(path_, field.key);
        for (const std::string& key : names_.all(space)) {
            value.push_back(standard_number(0, kFromZero, join_path(path, key)));
        }
        if (!node) return;
        for (const Entry& entry : node->entries) {
            const auto row = names_.row(space, entry.key);
            if (!row) continue;
            auto read = read_number(entry.value, kFromZero, value[*row].path, nullptr);
            if (read) value[*row] = std::move(*read);
        }
    }
    void weights_if_any(const Field& field, std::vector<Number>& value, Space space) const {
        if (at_->find(field.key)) weights(field, value, space, nullptr);
    }
    template <class Tag>
    void reference(const Field& field, Id<Tag>& value, Space space) const {
        if (const Node* node = at_->find(field.key); node && node->is_scalar())
            value = id<Tag>(space, node->text);
    }
    template <class Tag>
    void references(const Field& field, std::vector<Id<Tag>>& value, Space space) const {
        const Node* node = at_->find(field.key);
        if (!node) return;
        for (const Node& item : node->items) {
            if (const Id<Tag> one = id<Tag>(space, item.text); one.exists()) value.push_back(one);
        }
    }
    void citations(const Field& field, std::vector<std::pair<std::string, std::string>>& value) const {
        const Node* node = at_->find(field.key);
        if (!node) return;
        for (const Entry& entry : node->entries) value.emplace_back(entry.key, entry.value.text);
    }
    void places(const Field&, std::vector<std::string>& value) const { value = names_.all(Space::place); }

    void caption(Caption& value, const std::string& otherwise) {
        Fields<Caption>::visit(*this, value);
        if (value.label.empty()) value.label = otherwise;
    }

    void siting(Siting& value) const {
        if (const Node* place = at_->find("place")) value.place = id<PlaceTag>(Space::place, place->text);
        if (const Node* count = at_->find("count")) {
            value.form = Siting::Form::counted;
            value.count = read_whole(*count, kCounts, {}, nullptr).value_or(1);
        }
        const Node* per_place = at_->find("per_place");
        if (!per_place) return;
        const std::uint64_t each =
            per_place->is_map() ? 0 : read_whole(*per_place, kCounts, {}, nullptr).value_or(0);
        value.form = each == 1 ? Siting::Form::one_per_place : Siting::Form::numbered_per_place;
        for (std::uint32_t row = 0; each > 0 && row < names_.all(Space::place).size(); ++row) {
            value.per_place.emplace_back(PlaceId{row}, each);
        }
        for (const Entry& entry : per_place->entries) {
            const auto row = names_.row(Space::place, entry.key);
            const auto count = read_whole(entry.value, kCounts, {}, nullptr);
            if (row && count) value.per_place.emplace_back(PlaceId{*row}, *count);
        }
        std::sort(value.per_place.begin(), value.per_place.end());
    }
    void roster(const Field& field, OrganisationKind& kind) const {
        text(field, kind.roster_file);
        kind.from_roster = !kind.roster_file.empty();
    }
    void leaning(const Field& field, std::optional<AgentKind>& value) const {
        if (const Node* node = at_->find(field.key); node && node->is_scalar()) value = agent(node->text);
    }
    void member_kind(const Field& field, Member& member) const {
        std::string from = member.name;
        text(field, from);
        if (const auto kind = agent(from)) member.kind = *kind;
    }
    void instances(const Field& field, std::vector<std::string>& value) const {
        const Node* node = at_->find(field.key);
        if (!node) return;
        for (const Node& item : node->items) value.push_back(item.text);
    }
    // A floor that is a part of what stood may be more than 1.
    void floor(Field field, RedLine& line) const {
        if (!line.relative) field.legal = kUnitBelowOne;
        number(field, line.floor);
    }
    void weighing(const Field& field, Weighing& value) const {
        const Node* node = at_->find(field.key);
        const bool equal = node && node->is_scalar() && node->text == kWeighings[1];
        value = equal ? Weighing::equal : Weighing::clout;
    }
    void held_by(const Field& field, RedLine& line) const { text(field, line.held_by_name); }
    void amount(const Field& field, Fund& fund) const {
        const Node* node = at_->find(field.key);
        if (!node || !node->is_map() || is_number_map(*node)) return number(field, fund.amount);
        fund.amount = standard_number(0, field.legal, join_path(path_, field.key));
        for (const Entry& entry : node->entries) {
            const auto row = names_.row(Space::place, entry.key);
            auto read =
                read_number(entry.value, field.legal, join_path(fund.amount.path, entry.key), nullptr);
            if (row && read) fund.amount_by_place.emplace_back(PlaceId{*row}, std::move(*read));
        }
        std::sort(fund.amount_by_place.begin(), fund.amount_by_place.end(),
                  [](const auto& a, const auto& b) { return a.first < b.first; });
    }

    template <class T>
    void record(const Field& field, T& value) {
        static const Node kNothing = Node::map();
        const Node* node = at_->find(field.key);
        inside(field.key, node ? *node : kNothing, [&] { Fields<T>::visit(*this, value); });
    }
    template <class T>
    void record(const Field& field, std::optional<T>& value) {
        if (at_->find(field.key)) record(field, value.emplace());
    }
    template <class T>
    void table(const Field& field, std::vector<T>& rows) {
        each_entry(field, [&](const std::string& key) {
            T& row = rows.emplace_back();
            row.name = key;
            Fields<T>::visit(*this, row);
        });
    }
    void members(const Field& field, std::vector<Member>& rows) { table(field, rows); }
    void red_lines(const Field& field, std::vector<RedLine>& rows) {
        each_entry(field, [&](const std::string& key) {
            RedLine& row = rows.emplace_back();
            row.programme = id<ProgrammeTag>(Space::programme, key);
            Fields<RedLine>::visit(*this, row);
            if (row.caption.label.empty()) row.caption.label = key;
        });
    }

    const Traits* sector_traits(SectorId sector) const {
        return sector.exists() && sector.row() < scenario_.sectors.size()
                   ? &scenario_.sectors[sector.row()].traits
                   : nullptr;
    }

private:
    template <class Tag>
    Id<Tag> id(Space space, const std::string& name) const {
        const auto row = names_.row(space, name);
        return row ? Id<Tag>{*row} : Id<Tag>{};
    }
    std::optional<AgentKind> agent(const std::string& name) const {
        if (const auto row = names_.row(Space::organisation, name))
            return AgentKind{AgentKind::Class::organisation, *row};
        if (const auto row = names_.row(Space::body, name)) return AgentKind{AgentKind::Class::body, *row};
        return std::nullopt;
    }
    void inside(std::string_view key, const Node& node, const auto& visit) {
        const Node* outer = at_;
        std::string path = std::move(path_);
        path_ = join_path(path, key);
        at_ = &node;
        visit();
        at_ = outer;
        path_ = std::move(path);
    }
    void each_entry(const Field& field, const auto& visit) {
        const Node* node = at_->find(field.key);
        if (!node) return;
        inside(field.key, *node, [&] {
            for (const Entry& entry : node->entries)
                inside(entry.key, entry.value, [&] { visit(entry.key); });
        });
    }

    const Node* at_;
    const Names& names_;
    Scenario& scenario_;
    std::string path_;
};

// Which entries of a board hold a red line: those of that name, else all of that kind.
std::vector<std::uint32_t> holders(const BodyKind& board, const std::string& name, const Names& names) {
    std::vector<std::uint32_t> rows;
    for (std::uint32_t row = 0; row < board.members.size(); ++row) {
        if (board.members[row].name == name) return {row};
        const AgentKind kind = board.members[row].kind;
        const bool organisation = kind.what == AgentKind::Class::organisation;
        const auto& kinds = names.all(organisation ? Space::organisation : Space::body);
        if (kind.row < kinds.size() && kinds[kind.row] == name) rows.push_back(row);
    }
    return rows;
}

void finish(Scenario& scenario, const Names& names) {
    Clock& clock = scenario.clock;
    clock.rounds = std::max(1u, static_cast<std::uint32_t>(std::lround(clock.years * clock.rounds_per_year)));
    if (!scenario.focus.exists() && !scenario.sectors.empty()) scenario.focus = SectorId{0};
    for (Sector& sector : scenario.sectors) {
        if (sector.sign_off.empty()) sector.lapse_to = {};
    }
    for (const Fund& fund : scenario.funds) {
        if (fund.decided_by.exists() && fund.decided_by.row() < scenario.bodies.size()) {
            scenario.bodies[fund.decided_by.row()].is_board = true;
        }
    }
    for (BodyKind& body : scenario.bodies) {
        for (RedLine& line : body.red_lines) {
            if (!line.held_by_name.empty()) line.held_by = holders(body, line.held_by_name, names);
        }
    }
}

}  // namespace

Scenario typed_scenario(const Node& merged, const Names& names) {
    Scenario scenario;
    TypedReader reader(merged, names, scenario);
    Fields<Scenario>::visit(reader, scenario);
    finish(scenario, names);
    return scenario;
}

}  // namespace clout
