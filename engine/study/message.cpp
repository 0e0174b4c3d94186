#include "engine/study/message.hpp"

#include <cstring>
#include <stdexcept>

namespace clout {
namespace {

class Writer {
public:
    void whole(std::size_t value) { raw(&value, sizeof value); }
    void real(double value) { raw(&value, sizeof value); }
    void text(const std::string& text) {
        whole(text.size());
        raw(text.data(), text.size());
    }
    void reals(const std::vector<double>& values) {
        whole(values.size());
        raw(values.data(), values.size() * sizeof(double));
    }
    std::string bytes;

private:
    void raw(const void* at, std::size_t size) {
        if (size > 0) bytes.append(static_cast<const char*>(at), size);
    }
};

class Reader {
public:
    explicit Reader(const std::string& bytes) : bytes_(bytes) {}
    [[nodiscard]] std::size_t whole() {
        std::size_t value = 0;
        raw(&value, sizeof value);
        return value;
    }
    [[nodiscard]] double real() {
        double value = 0;
        raw(&value, sizeof value);
        return value;
    }
    [[nodiscard]] std::string text() {
        std::string text(checked(whole()), '\0');
        raw(text.data(), text.size());
        return text;
    }
    [[nodiscard]] std::vector<double> reals() {
        std::vector<double> values(checked(whole() * sizeof(double)) / sizeof(double));
        raw(values.data(), values.size() * sizeof(double));
        return values;
    }
    [[nodiscard]] bool more() const { return at_ < bytes_.size(); }

private:
    std::size_t checked(std::size_t size) const {
        if (size > bytes_.size() - at_) throw std::runtime_error("a message between processes was cut short");
        return size;
    }
    void raw(void* into, std::size_t size) {
        if (checked(size) > 0) std::memcpy(into, bytes_.data() + at_, size);
        at_ += size;
    }
    const std::string& bytes_;
    std::size_t at_ = 0;
};

}  // namespace

std::string to_bytes(const std::vector<PlayedPoint>& played) {
    Writer writer;
    for (const PlayedPoint& point : played) {
        writer.whole(point.point);
        writer.real(point.seconds);
        writer.text(point.error);
        writer.whole(point.arms.size());
        for (const PlayedArm& arm : point.arms)
            for (const auto* figures : {&arm.summaries, &arm.differences, &arm.kept}) writer.reals(*figures);
    }
    return std::move(writer.bytes);
}

std::vector<PlayedPoint> to_played(const std::string& bytes) {
    std::vector<PlayedPoint> played;
    for (Reader reader(bytes); reader.more();) {
        PlayedPoint& point = played.emplace_back();
        point.point = reader.whole();
        point.seconds = reader.real();
        point.error = reader.text();
        const std::size_t arms = reader.whole();
        for (std::size_t arm = 0; arm < arms; ++arm) {
            PlayedArm& one = point.arms.emplace_back();
            for (auto* figures : {&one.summaries, &one.differences, &one.kept}) *figures = reader.reals();
        }
    }
    return played;
}

std::string to_bytes(const StudyCard& card) {
    Writer writer;
    for (const auto& [key, text] : card) {
        writer.text(key);
        writer.text(text);
    }
    return std::move(writer.bytes);
}

StudyCard to_card(const std::string& bytes) {
    StudyCard card;
    for (Reader reader(bytes); reader.more();) {
        const std::string key = reader.text();
        card[key] = reader.text();
    }
    return card;
}

}  // namespace clout
