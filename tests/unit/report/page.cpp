#include "engine/report/page/difference_charts.hpp"
#include "engine/report/page/html_page.hpp"
#include "engine/report/page/scale.hpp"
#include "engine/report/page/seat_map.hpp"
#include "engine/report/page/voice_charts.hpp"
#include "engine/report/page/year_charts.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdlib>
#include <regex>

namespace clout {
namespace {

const std::string kRude = "<script>alert('x')</script> \"&\x07\x1b[31m \xd7\x90 \xf0\x9f\x98\x80";

TEST(Page, MarkupIsShownAndNeverObeyed) {
    EXPECT_EQ(escaped("<a href=\"x\">'&"), "&lt;a href=&quot;x&quot;&gt;&#39;&amp;");
    EXPECT_EQ(escaped("a\x1b[31m\nb"), "a[31m b");
    HtmlPage document(kRude, kRude);
    document.section(kRude);
    document.paragraph(kRude);
    document.list({kRude});
    document.table({{kRude, kRude}, {kRude, "[observed]"}}, kRude);
    document.note(kRude, {kRude});
    document.folded(kRude, kRude);
    document.chart(icon_array({kRude, kRude, 1, 1, 1}));
    const std::string html = document.html();
    std::size_t scripts = 0;
    for (std::size_t at = 0; (at = html.find("<script", at)) != std::string::npos; ++at) ++scripts;
    EXPECT_EQ(scripts, 1u);  // the page's own
    EXPECT_EQ(html.find('\x1b'), std::string::npos);
    EXPECT_NE(html.find("\xd7\x90"), std::string::npos);  // letters of other scripts stay
    EXPECT_NE(html.find("badge observed"), std::string::npos);
}

TEST(Page, AsksForNothingFromOutside) {
    HtmlPage document("t", "f");
    document.chart(icon_array({"t", "w", 3, 2, 1}));
    const std::string html = document.html();
    EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
    EXPECT_EQ(html.find("src="), std::string::npos);
    EXPECT_EQ(html.find("url("), std::string::npos);
    EXPECT_FALSE(std::regex_search(html, std::regex("href=\"https?:")));
}

TEST(Page, TablesAreSavedAsCommaSeparatedText) {
    EXPECT_EQ(table_csv({{"a", "b,c"}, {"say \"so\"", "x\ny"}}),
              "a,\"b,c\"\r\n\"say \"\"so\"\"\",\"x\ny\"\r\n");
}

TEST(Scale, MarksAreRoundFiguresWithinTheAxis) {
    EXPECT_DOUBLE_EQ(mark_step(1, 5), 0.2);
    EXPECT_DOUBLE_EQ(mark_step(7, 5), 2);
    EXPECT_DOUBLE_EQ(mark_step(0.04, 4), 0.01);
    EXPECT_DOUBLE_EQ(mark_step(0, 4), 0);
    const auto at = marks(-0.25, 0.61, 4);
    ASSERT_FALSE(at.empty());
    EXPECT_GE(at.front(), -0.25);
    EXPECT_LE(at.back(), 0.61);
    for (const double mark : at) EXPECT_FALSE(std::signbit(mark) && mark == 0);
    EXPECT_EQ(decimals_of_step(0.05), 2);
    EXPECT_EQ(decimals_of_step(20), 0);
    EXPECT_DOUBLE_EQ(Scale(2, 4, 10, 30)(3), 20);
    EXPECT_DOUBLE_EQ(Scale(2, 2, 10, 30)(2), 20);
}

TEST(Scale, LabelsKeepTheirDistance) {
    const auto placed = spread_labels({50, 51, 49, 90}, 10, 0, 100);
    EXPECT_LT(placed[2], placed[0]);
    EXPECT_LT(placed[0], placed[1]);
    for (std::size_t i = 0; i < placed.size(); ++i) {
        EXPECT_GE(placed[i], 0);
        EXPECT_LE(placed[i], 100);
        for (std::size_t j = 0; j < i; ++j) EXPECT_GE(std::abs(placed[i] - placed[j]), 10 - 1e-9);
    }
    EXPECT_EQ(spread_labels({10, 95}, 10, 0, 100),
              (std::vector<double>{10, 95}));  // nothing moves for nothing
}

TEST(IconArray, SymbolsSumToAHundredAndFollowTheFutures) {
    EXPECT_EQ(in_proportion({977, 23, 0}, 100), (std::vector<std::size_t>{98, 2, 0}));
    EXPECT_EQ(in_proportion({1, 1, 1}, 100), (std::vector<std::size_t>{34, 33, 33}));
    EXPECT_EQ(in_proportion({0, 0, 0}, 100), (std::vector<std::size_t>{0, 0, 0}));
    EXPECT_EQ(in_proportion({0, 7, 0}, 100), (std::vector<std::size_t>{0, 100, 0}));
}

TEST(QuantileDotplot, HasADotForEachTwoInAHundredFutures) {
    DifferenceSpread spread{"t", "arm", "base", {}, 0.5, Manner::pounds, "money"};
    for (int i = 0; i < 200; ++i)
        spread.values.push_back(i < 40 ? -2 + 0.001 * i : i < 100 ? 0.1 : 3 + 0.01 * i);
    const Chart chart = quantile_dotplot(spread);
    std::size_t dots = 0;
    for (std::size_t at = 0; (at = chart.wide.find("<circle", at)) != std::string::npos; ++at) ++dots;
    EXPECT_EQ(dots, kDots);
    EXPECT_EQ(chart.table.size(), kDots + 1);
    EXPECT_NE(chart.alt.find("25 of 50 dots are gains, 15 are about the same, 10 are losses"),
              std::string::npos)
        << chart.alt;
    spread.values = {1};  // one future alone
    EXPECT_EQ(quantile_dotplot(spread).table.size(), kDots + 1);
}

TEST(Staircase, SaysOneInHowMany) {
    const Chart chart =
        staircase({"v", "t", "one practice", "a", "b", {{"PCN", 0.2, "split"}, {"board", 0.0, ""}}, {}});
    EXPECT_EQ(chart.table.size(), 3u);
    EXPECT_NE(chart.alt.find("PCN: 1 in 5.0 (split)"), std::string::npos) << chart.alt;
    EXPECT_EQ(chart.wide.find("nan"), std::string::npos);
    EXPECT_EQ(chart.wide.find("inf"), std::string::npos);
}

TEST(SeatMap, NeighboursStandTogetherAndTheSameMapGivesTheSamePicture) {
    // Two members, two bodies, joined crosswise as they are written.
    SeatMap map{
        "a",
        {{"m0", 0, false, false}, {"m1", 0, false, false}, {"b0", 1, false, false}, {"b1", 1, false, false}},
        {{0, 3, 0.5, true}, {1, 2, 0.5, false}}};
    const auto levels = ordered_levels(map);
    ASSERT_EQ(levels.size(), 2u);
    const bool swapped_below = levels[0][0] == 1, swapped_above = levels[1][0] == 3;
    EXPECT_NE(swapped_below, swapped_above) << "edges cross";
    EXPECT_EQ(seat_map("n", "t", {map}).wide, seat_map("n", "t", {map}).wide);
}

// Relative luminance and contrast as WCAG 2.2 defines them.
double luminance(std::string_view colour) {
    double sum = 0;
    const double weights[] = {0.2126, 0.7152, 0.0722};
    for (int i = 0; i < 3; ++i) {
        const double c =
            static_cast<double>(std::strtol(
                std::string(colour.substr(static_cast<std::size_t>(1 + 2 * i), 2)).c_str(), nullptr, 16)) /
            255;
        sum += weights[i] * (c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

TEST(Colours, EveryTextOfEveryChartContrastsWithItsGround) {
    Fan fan{
        "f", "t", "w", {{"a", true, {1, 2}, {1.2, 2.2}, {1.4, 2.4}, {1.6, 2.6}, {{1, 2}}}}, Manner::pounds};
    const std::string all = fan_chart(fan).wide + icon_array({"t", "w", 3, 2, 1}).wide +
                            staircase({"v", "t", "w", "a", "b", {{"x", 0.1, ""}}, {}}).wide;
    const std::regex text("<text[^>]*fill=\"(#[0-9a-fA-F]{6})\"");
    std::size_t seen = 0;
    for (std::sregex_iterator at(all.begin(), all.end(), text), end; at != end; ++at, ++seen) {
        for (const std::string_view ground : {std::string_view("#ffffff"), kPaleColour}) {
            const double a = luminance((*at)[1].str()), b = luminance(ground);
            EXPECT_GE((std::max(a, b) + 0.05) / (std::min(a, b) + 0.05), 4.5)
                << (*at)[1].str() << " on " << ground;
        }
    }
    EXPECT_GT(seen, 5u);
}

}  // namespace
}  // namespace clout
