#include "engine/scenario/text/yaml_door.hpp"

#include "engine/scenario/text/tree_builder.hpp"
#include "engine/scenario/text/yaml_advice.hpp"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <sstream>

namespace clout {
namespace {

Spot spot(const YAML::Mark& mark) { return {mark.line, mark.column}; }

// Passes the library's events on. `!` is the tag of quoted text, `?` of plain text; others were written by
// somebody.
class Listener final : public YAML::EventHandler {
public:
    explicit Listener(TreeBuilder& builder) : builder_(builder) {}

    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { builder_.null(spot(mark), anchor); }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        builder_.alias(spot(mark), anchor);
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        refuse_tag(mark, tag);
        builder_.scalar(spot(mark), anchor, value, tag == "!");
        last_scalar_ = spot(mark);
    }
    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value) override {
        refuse_tag(mark, tag);
        builder_.open(spot(mark), anchor, Node::Kind::list);
    }
    void OnSequenceEnd() override { builder_.close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value) override {
        refuse_tag(mark, tag);
        builder_.open(spot(mark), anchor, Node::Kind::map);
    }
    void OnMapEnd() override { builder_.close(); }

    [[nodiscard]] Spot last_scalar() const { return last_scalar_; }

private:
    void refuse_tag(const YAML::Mark& mark, const std::string& tag) {
        if (!tag.empty() && tag != "!" && tag != "?") builder_.tag(spot(mark), tag);
    }

    TreeBuilder& builder_;
    Spot last_scalar_{-1, -1};
};

// True where the file holds one document, which is then in the builder.
bool parse(std::istream& stream, TreeBuilder& builder, std::uint32_t file, Problems& problems) {
    Listener listener(builder);
    YAML::Parser parser(stream);
    if (!parser.HandleNextDocument(listener)) {
        problems.error({file, 0, 0}, "", "the file is empty", "a scenario starts with 'clout: 1'");
        return false;
    }
    // The library lets a quote run to the end of the file where that ends with a line end.
    if (!closes_its_quote(builder.lines().from(listener.last_scalar()))) {
        problems.error(builder.lines().mark(file, listener.last_scalar()), "",
                       "a quote is opened here and never closed", "close it");
        return false;
    }
    TreeBuilder second(builder.lines(), file, problems);
    Listener after(second);
    if (parser.HandleNextDocument(after)) {
        problems.error(second.start(), "", "a second document starts here",
                       "a file holds one scenario; remove the line '---' or split the file");
        return false;
    }
    return true;
}

}  // namespace

std::optional<Node> parse_yaml(const std::string& text, std::uint32_t file, Problems& problems) {
    LineTable lines(text);
    TreeBuilder builder(lines, file, problems);
    std::istringstream stream(text);
    bool whole = false;
    try {
        whole = parse(stream, builder, file, problems);
    } catch (const TooMuch& limit) {
        problems.error(limit.mark, "", limit.message, limit.hint);
    } catch (const YAML::ParserException& refusal) {
        const Advice advice = yaml_advice(lines, spot(refusal.mark), refusal.msg);
        problems.error(lines.mark(file, advice.at), builder.path(), advice.message, advice.hint);
    } catch (const std::exception& refusal) {
        problems.error({file, 0, 0}, "", std::string("this is not valid YAML: ") + refusal.what());
    }
    if (!whole) return std::nullopt;
    return builder.take();
}

}  // namespace clout
