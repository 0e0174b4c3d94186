#include "engine/analysis/estimators/contour.hpp"

#include <array>
#include <cstdint>
#include <map>
#include <set>

namespace clout {
namespace {

// Corners have whole coordinates on the finest lattice there will be.
using Corner = std::pair<std::uint32_t, std::uint32_t>;

struct Square {
    Corner at;
    std::uint32_t side = 1;
    // From the lower left, around.
    [[nodiscard]] std::array<Corner, 4> corners() const {
        const auto [x, y] = at;
        return {Corner{x, y}, Corner{x + side, y}, Corner{x + side, y + side}, Corner{x, y + side}};
    }
};

class Marching {
public:
    Marching(const ContourQuestion& question,
             const std::function<std::vector<double>(std::span<const PlanePoint>)>& play)
        : question_(question),
          play_(play),
          lattice_(static_cast<std::uint32_t>(question.cells) << question.divisions) {}

    Contour run() {
        std::vector<Square> squares = first_squares();
        for (std::size_t division = 0;; ++division) {
            if (!play_corners(squares)) {
                found_.stopped = true;
                return found_;
            }
            std::vector<Square> crossed;
            for (const Square& square : squares) (is_crossed(square) ? crossed : plain_).push_back(square);
            if (division == question_.divisions) {
                for (const Square& square : crossed) draw(square);
                break;
            }
            squares.clear();
            for (const Square& square : crossed) divide(square, squares);
        }
        for (const Square& square : plain_)
            if (over(square.at) >= 0) found_.above += area(square);
        return found_;
    }

private:
    std::vector<Square> first_squares() const {
        const std::uint32_t side = 1u << question_.divisions;
        std::vector<Square> squares;
        for (std::uint32_t y = 0; y < lattice_; y += side)
            for (std::uint32_t x = 0; x < lattice_; x += side) squares.push_back({{x, y}, side});
        return squares;
    }

    static void divide(const Square& square, std::vector<Square>& into) {
        const std::uint32_t half = square.side / 2;
        const auto [x, y] = square.at;
        for (const Corner& at : {Corner{x, y}, {x + half, y}, {x, y + half}, {x + half, y + half}})
            into.push_back({at, half});
    }

    PlanePoint place(const Corner& corner) const {
        return {static_cast<double>(corner.first) / lattice_, static_cast<double>(corner.second) / lattice_};
    }
    double area(const Square& square) const {
        const double side = static_cast<double>(square.side) / lattice_;
        return side * side;
    }
    double over(const Corner& corner) const { return over_.at(corner); }

    bool play_corners(const std::vector<Square>& squares) {
        std::set<Corner> fresh;
        for (const Square& square : squares)
            for (const Corner& corner : square.corners())
                if (!over_.contains(corner)) fresh.insert(corner);
        std::vector<PlanePoint> points;
        for (const Corner& corner : fresh) points.push_back(place(corner));
        if (points.empty()) return true;
        const std::vector<double> means = play_(points);
        if (means.size() < points.size()) return false;
        std::size_t i = 0;
        for (const Corner& corner : fresh) {
            found_.played.push_back({points[i], means[i]});
            over_[corner] = means[i++] - question_.level;
        }
        return true;
    }

    bool is_crossed(const Square& square) const {
        int above = 0;
        for (const Corner& corner : square.corners()) above += over(corner) >= 0 ? 1 : 0;
        return above != 0 && above != 4;
    }

    // Where the line leaves the square, edge by edge; two opposite corners above are told apart by the mean
    // of all four.
    void draw(const Square& square) {
        const auto corners = square.corners();
        std::vector<PlanePoint> exits;
        double middle = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            const Corner &a = corners[i], &b = corners[(i + 1) % 4];
            const double fa = over(a), fb = over(b);
            middle += fa / 4;
            if ((fa >= 0) == (fb >= 0)) continue;
            const PlanePoint from = place(a), to = place(b);
            const double part = fa / (fa - fb);
            exits.push_back({from.x + part * (to.x - from.x), from.y + part * (to.y - from.y)});
        }
        found_.above += (middle >= 0 ? 1 : 0) * area(square);
        if (exits.size() == 2) found_.line.push_back({exits[0], exits[1]});
        if (exits.size() != 4) return;
        const bool joined = (middle >= 0) == (over(corners[0]) >= 0);  // the first corner's side goes through
        found_.line.push_back({exits[0], exits[joined ? 1 : 3]});
        found_.line.push_back({exits[joined ? 2 : 1], exits[joined ? 3 : 2]});
    }

    const ContourQuestion& question_;
    const std::function<std::vector<double>(std::span<const PlanePoint>)>& play_;
    std::uint32_t lattice_;
    std::map<Corner, double> over_;
    std::vector<Square> plain_;
    Contour found_;
};

}  // namespace

Contour find_contour(const ContourQuestion& question,
                     const std::function<std::vector<double>(std::span<const PlanePoint>)>& play) {
    return Marching(question, play).run();
}

}  // namespace clout
