#include "engine/scenario/language/typed_writer.hpp"

#include "engine/scenario/language/fields_scenario.hpp"
#include "engine/scenario/language/uncertain_number.hpp"
#include "engine/scenario/text/plain_number.hpp"

#include <optional>

namespace clout {
namespace {

// A visitor that writes what it is shown, less what would not be read back: values of a sector that a kind of
// organisation merely inherits, and keys that do not belong where they stand.
class TypedWriter {
public:
    explicit TypedWriter(const Scenario& scenario) : scenario_(scenario) {}

    [[nodiscard]] Node take() { return std::move(out_); }

    void text(const Field& field, const std::string& value) {
        if (!value.empty()) add(field, Node::scalar(value, true));
    }
    void name(const Field& field, const std::string& value) {
        if (!value.empty()) add(field, Node::scalar(value));
    }
    void protocol(const Field& field, const std::string& value) { name(field, value); }
    void flag(const Field& field, bool value) { add(field, Node::scalar(value ? "true" : "false")); }
    void whole(const Field& field, std::uint64_t value) { add(field, Node::scalar(std::to_string(value))); }
    void real(const Field& field, double value) { add(field, Node::scalar(number_text(value))); }
    void number(const Field& field, const Number& value, const Number* = nullptr) {
        if (value.path == path_of(field)) add(field, number_node(value));
    }
    void maybe(const Field& field, const std::optional<Number>& value) {
        if (value) add(field, number_node(*value));
    }
    void weights(const Field& field, const std::vector<Number>& value, Space space,
                 const std::vector<Number>*) {
        if (value.empty() || !value.front().path.starts_with(path_of(field) + '.')) return;
        Node map = Node::map();
        for (std::size_t row = 0; row < value.size(); ++row)
            map.add(name_of(space, row), number_node(value[row]));
        add(field, std::move(map));
    }
    void weights_if_any(const Field& field, const std::vector<Number>& value, Space space) {
        weights(field, value, space, nullptr);
    }
    template <class Tag>
    void reference(const Field& field, Id<Tag> value, Space space) {
        if (value.exists()) add(field, Node::scalar(name_of(space, value.row())));
    }
    template <class Tag>
    void references(const Field& field, const std::vector<Id<Tag>>& value, Space space) {
        if (value.empty()) return;
        Node list = Node::list();
        for (const Id<Tag> one : value) list.items.push_back(Node::scalar(name_of(space, one.row())));
        add(field, std::move(list));
    }
    void citations(const Field& field, const std::vector<std::pair<std::string, std::string>>& value) {
        Node map = Node::map();
        for (const auto& [key, citation] : value) map.add(key, Node::scalar(citation, true));
        if (!value.empty()) add(field, std::move(map));
    }
    void places(const Field& field, const std::vector<std::string>& value) {
        Node list = Node::list();
        for (const std::string& place : value) list.items.push_back(Node::scalar(place));
        add(field, std::move(list));
    }
    void caption(const Caption& value, std::string_view) { Fields<Caption>::visit(*this, value); }

    void siting(const Siting& value) {
        if (value.place.exists()) out_.add("place", Node::scalar(scenario_.places[value.place.row()]));
        if (value.form == Siting::Form::counted) out_.add("count", Node::scalar(std::to_string(value.count)));
        if (value.form == Siting::Form::one_per_place) out_.add("per_place", Node::scalar("1"));
        if (value.form != Siting::Form::numbered_per_place) return;
        Node map = Node::map();
        for (const auto& [place, count] : value.per_place) {
            map.add(scenario_.places[place.row()], Node::scalar(std::to_string(count)));
        }
        out_.add("per_place", std::move(map));
    }
    void roster(const Field& field, const OrganisationKind& kind) { text(field, kind.roster_file); }
    void leaning(const Field& field, const std::optional<AgentKind>& value) {
        add(field, Node::scalar(value ? name_of(*value) : std::string(field.otherwise)));
    }
    void member_kind(const Field& field, const Member& member) {
        if (name_of(member.kind) != member.name) add(field, Node::scalar(name_of(member.kind)));
    }
    void instances(const Field& field, const std::vector<std::string>& names) {
        Node list = Node::list();
        for (const std::string& name : names) list.items.push_back(Node::scalar(name));
        if (!names.empty()) add(field, std::move(list));
    }
    void floor(const Field& field, const RedLine& line) { number(field, line.floor); }
    void weighing(const Field& field, Weighing value) {
        add(field, Node::scalar(std::string(kWeighings[static_cast<std::size_t>(value)])));
    }
    void held_by(const Field& field, const RedLine& line) { name(field, line.held_by_name); }
    void amount(const Field& field, const Fund& fund) {
        if (fund.amount_by_place.empty()) return number(field, fund.amount);
        Node map = Node::map();
        for (const auto& [place, amount] : fund.amount_by_place) {
            map.add(scenario_.places[place.row()], number_node(amount));
        }
        add(field, std::move(map));
    }

    template <class T>
    void record(const Field& field, const T& value) {
        inside(
            field.key, [&] { Fields<T>::visit(*this, value); },
            [&](Node map) { add(field, std::move(map)); });
    }
    template <class T>
    void record(const Field& field, const std::optional<T>& value) {
        if (value) record(field, *value);
    }
    template <class T>
    void table(const Field& field, const std::vector<T>& rows) {
        if (rows.empty() || absent(field)) return;
        inside(
            field.key,
            [&] {
                for (const T& row : rows) {
                    const Absent outer = absent_;
                    set_absent(row);
                    inside(
                        name_of(row), [&] { Fields<T>::visit(*this, row); },
                        [&](Node map) { out_.add(name_of(row), std::move(map)); });
                    absent_ = outer;
                }
            },
            [&](Node map) { add(field, std::move(map)); });
    }
    void members(const Field& field, const std::vector<Member>& rows) {
        if (rows.empty()) add(field, Node::map());  // so that it is plain that none are meant
        table(field, rows);
    }
    void red_lines(const Field& field, const std::vector<RedLine>& rows) { table(field, rows); }

    const Traits* sector_traits(SectorId) const { return nullptr; }

private:
    // What the object in hand is not, hence must not have the keys of.
    using Absent = std::optional<Belongs>;

    void set_absent(const auto&) {}
    void set_absent(const BodyKind& body) {
        if (body.members.empty())
            absent_.reset();
        else
            absent_ = body.is_board ? Belongs::other_bodies : Belongs::boards;
    }
    void set_absent(const Fund& fund) {
        absent_ = fund.protected_for.exists() ? Belongs::decided_funds : Belongs::protected_funds;
    }
    bool absent(const Field& field) const { return absent_ == field.belongs; }

    void add(const Field& field, Node value) {
        if (!absent(field)) out_.add(std::string(field.key), std::move(value));
    }
    std::string path_of(const Field& field) const { return join_path(path_, field.key); }

    void inside(std::string_view key, const auto& visit, const auto& keep) {
        Node outer = std::move(out_);
        std::string path = path_;
        out_ = Node::map();
        path_ = join_path(path, key);
        visit();
        Node inner = std::move(out_);
        out_ = std::move(outer);
        path_ = std::move(path);
        keep(std::move(inner));
    }

    std::string name_of(const auto& row) const { return row.name; }
    std::string name_of(const RedLine& line) const { return scenario_.programmes[line.programme.row()].name; }
    std::string name_of(AgentKind kind) const {
        return kind.what == AgentKind::Class::organisation ? scenario_.organisations[kind.row].name
                                                           : scenario_.bodies[kind.row].name;
    }
    std::string name_of(Space space, std::size_t row) const {
        switch (space) {
            case Space::programme: return scenario_.programmes[row].name;
            case Space::sector: return scenario_.sectors[row].name;
            case Space::place: return scenario_.places[row];
            case Space::fund: return scenario_.funds[row].name;
            default: return scenario_.bodies[row].name;
        }
    }

    const Scenario& scenario_;
    Node out_ = Node::map();
    std::string path_;
    Absent absent_;
};

}  // namespace

Node scenario_tree(const Scenario& scenario) {
    TypedWriter writer(scenario);
    Fields<Scenario>::visit(writer, scenario);
    return writer.take();
}

}  // namespace clout
