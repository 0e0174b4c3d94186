// Ranks by MPI: the only door to it. One thread of each process speaks (MPI_THREAD_FUNNELED).
#include "engine/study/message.hpp"
#include "engine/study/point_players.hpp"
#include "engine/study/ranks.hpp"

#include <mpi.h>
#include <time.h>

#include <algorithm>
#include <cstdlib>
#include <list>
#include <optional>
#include <stdexcept>
#include <tuple>

namespace clout {
namespace {

enum Tag : int { kStudy = 1, kPoints, kPlayed, kFailed, kEnd };

constexpr double kSecondsABatch = 0.25;   // of work that a rank is handed at once, about
constexpr std::size_t kMostABatch = 256;  // [points]: a message that MPI sends without waiting
constexpr std::size_t kBytesABatch = std::size_t{64} << 20;  // of figures that come back
constexpr std::size_t kBatchesInHand = 2;  // of a rank, so that it never waits for the first

bool launched() {
    for (const char* name : {"OMPI_COMM_WORLD_SIZE", "PMIX_RANK", "PMI_RANK"})
        if (std::getenv(name) != nullptr) return true;
    return false;
}

void send(int to, Tag tag, const std::string& bytes) {
    MPI_Send(bytes.data(), static_cast<int>(bytes.size()), MPI_BYTE, to, tag, MPI_COMM_WORLD);
}

struct Message {
    int from = 0, tag = 0;
    std::string bytes;
};

// Nothing where none has come.
std::optional<Message> next_message() {
    int there = 0;
    MPI_Status status;
    MPI_Iprobe(MPI_ANY_SOURCE, MPI_ANY_TAG, MPI_COMM_WORLD, &there, &status);
    if (there == 0) return std::nullopt;
    int size = 0;
    MPI_Get_count(&status, MPI_BYTE, &size);
    Message message{status.MPI_SOURCE, status.MPI_TAG, std::string(static_cast<std::size_t>(size), '\0')};
    MPI_Recv(message.bytes.data(), size, MPI_BYTE, message.from, message.tag, MPI_COMM_WORLD,
             MPI_STATUS_IGNORE);
    return message;
}

// MPI itself waits by asking without a pause, which takes a core away from those who work.
Message wait_for_message() {
    for (long pause = 20'000;; pause = std::min(pause * 2, 2'000'000L)) {  // [ns]
        if (auto message = next_message()) return std::move(*message);
        const timespec time{0, pause};
        ::nanosleep(&time, nullptr);
    }
}

// The study that this rank has been sent, and who plays it.
struct Work {
    SweepPlan plan;
    PointPlayers players;
    Work(SweepPlan made, Workers workers) : plan(std::move(made)), players(plan, workers) {}
};

std::pair<std::unique_ptr<Work>, std::string> work_or_trouble(const std::string& bytes, Workers workers) {
    try {
        const StudyCard card = to_card(bytes);
        auto plan = plan_of(card, "the study");
        if (!plan) return {nullptr, to_text(plan.problems().front())};
        std::string why = difference_of(card, card_of(plan.value()));
        if (!why.empty()) return {nullptr, "it makes another study of the same scenario: " + why};
        return {std::make_unique<Work>(std::move(plan).value(), workers), ""};
    } catch (const std::exception& failure) {
        return {nullptr, failure.what()};
    }
}

std::vector<std::size_t> points_in(const std::string& bytes) {
    std::vector<std::size_t> points(bytes.size() / sizeof(std::size_t));
    std::copy_n(bytes.data(), bytes.size(), reinterpret_cast<char*>(points.data()));
    return points;
}

// The first rank while a study is played: who has what in hand.
class Conductor {
public:
    Conductor(int ranks, std::span<const std::size_t> points, const PointWork& work, Workers workers)
        : points_(points),
          work_(work),
          players_(work.plan, workers),
          in_hand_(static_cast<std::size_t>(ranks), 0) {}
    // Also where writing failed: what the others still send is taken off their hands.
    ~Conductor() {
        while (std::any_of(in_hand_.begin(), in_hand_.end(), [](std::size_t n) { return n > 0; }))
            --in_hand_[static_cast<std::size_t>(wait_for_message().from)];
        for (Sent& sent : sent_) MPI_Wait(&sent.request, MPI_STATUS_IGNORE);
    }
    Conductor(const Conductor&) = delete;
    Conductor& operator=(const Conductor&) = delete;

    void play(const StudyCard& card) {
        const std::string bytes = to_bytes(card);
        for (int rank = 1; rank < static_cast<int>(in_hand_.size()); ++rank) send(rank, kStudy, bytes);
        for (std::size_t batch = 0; batch < kBatchesInHand; ++batch)
            for (int rank = 1; rank < static_cast<int>(in_hand_.size()); ++rank) hand_out(rank);
        while (!over()) {
            while (auto message = next_message()) take(*message);
            const std::size_t left = work_.stop() ? 0 : points_.size() - next_;
            if (left > 0)
                hand_over(players_.play(taken(std::min(left, players_.threads())), work_.stop));
            else if (!over())
                take(wait_for_message());
        }
    }

private:
    struct Sent {
        std::vector<std::size_t> points;
        MPI_Request request;
    };

    [[nodiscard]] bool over() const {
        const bool waiting =
            std::any_of(in_hand_.begin(), in_hand_.end(), [](std::size_t n) { return n > 0; });
        return !waiting && (next_ == points_.size() || work_.stop());
    }

    std::span<const std::size_t> taken(std::size_t count) {
        const auto points = points_.subspan(next_, count);
        next_ += count;
        return points;
    }

    // As many as are worth a message, and fewer towards the end.
    [[nodiscard]] std::size_t batch() const {
        const std::size_t left = points_.size() - next_, ranks = in_hand_.size();
        const double mean = played_ == 0 ? kSecondsABatch : seconds_ / static_cast<double>(played_);
        const double worth = kSecondsABatch * static_cast<double>(players_.threads()) / std::max(mean, 1e-9);
        const std::size_t fair = std::max<std::size_t>(1, left / (2 * kBatchesInHand * ranks));
        const std::size_t small = std::max<std::size_t>(1, kBytesABatch / work_.plan.bytes_a_point());
        return std::min(
            {left, fair, kMostABatch, small, static_cast<std::size_t>(std::clamp(worth, 1.0, 1e6))});
    }

    void hand_out(int rank) {
        if (next_ == points_.size() || work_.stop()) return;
        std::erase_if(sent_, [](Sent& one) {
            int arrived = 0;
            MPI_Test(&one.request, &arrived, MPI_STATUS_IGNORE);
            return arrived != 0;
        });
        const auto points = taken(batch());
        Sent& sent = sent_.emplace_back(Sent{{points.begin(), points.end()}, MPI_REQUEST_NULL});
        MPI_Isend(sent.points.data(), static_cast<int>(points.size_bytes()), MPI_BYTE, rank, kPoints,
                  MPI_COMM_WORLD, &sent.request);
        ++in_hand_[static_cast<std::size_t>(rank)];
    }

    void take(const Message& message) {
        --in_hand_[static_cast<std::size_t>(message.from)];
        if (message.tag == kFailed)
            throw std::runtime_error("process " + std::to_string(message.from) +
                                     " cannot play: " + message.bytes);
        hand_out(message.from);
        hand_over(to_played(message.bytes));
    }

    void hand_over(std::vector<PlayedPoint> played) {
        for (PlayedPoint& one : played) {
            ++played_;
            seconds_ += one.seconds;
            work_.hand_over(std::move(one));
        }
    }

    std::span<const std::size_t> points_;
    const PointWork& work_;
    PointPlayers players_;
    std::size_t next_ = 0, played_ = 0;
    double seconds_ = 0;
    std::vector<std::size_t> in_hand_;  // (ranks) batches
    std::list<Sent> sent_;
};

}  // namespace

struct Ranks::Inside {
    int count = 1, rank = 0;
    bool joined = false;
};

Ranks::Ranks() : inside_(std::make_unique<Inside>()) {
    if (!launched()) return;
    int given = 0;
    if (MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &given) != MPI_SUCCESS ||
        given < MPI_THREAD_FUNNELED)
        throw std::runtime_error("MPI does not start");
    inside_->joined = true;
    MPI_Comm_size(MPI_COMM_WORLD, &inside_->count);
    MPI_Comm_rank(MPI_COMM_WORLD, &inside_->rank);
}

Ranks::~Ranks() {
    if (!inside_->joined) return;
    for (int rank = 1; first() && rank < inside_->count; ++rank) send(rank, kEnd, "");
    MPI_Finalize();
}

std::size_t Ranks::count() const { return static_cast<std::size_t>(inside_->count); }
bool Ranks::first() const { return inside_->rank == 0; }

void Ranks::serve(Workers workers, const std::function<bool()>& stop) {
    std::unique_ptr<Work> work;
    std::string trouble;
    for (;;) {
        const Message message = wait_for_message();
        if (message.tag == kEnd) return;
        if (message.tag == kStudy) {
            std::tie(work, trouble) = work_or_trouble(message.bytes, workers);
        } else if (work) {
            send(0, kPlayed, to_bytes(work->players.play(points_in(message.bytes), stop)));
        } else {
            send(0, kFailed, trouble);  // every batch has one answer
        }
    }
}

Executor Ranks::executor(const StudyCard& card, Workers workers) {
    if (count() == 1) return executor_here(workers);
    return [this, card, workers](std::span<const std::size_t> points, const PointWork& work) {
        Conductor(inside_->count, points, work, workers).play(card);
    };
}

}  // namespace clout
