#include "engine/report/json/json_verified.hpp"

#include "engine/report/json/json_parts.hpp"

namespace clout {
namespace {

const char* verdict_key(TableVerdict verdict) {
    return verdict == TableVerdict::same      ? "pass"
           : verdict == TableVerdict::differs ? "fail"
                                              : "not compared";
}

}  // namespace

std::string verified_json(const Verified& verified) {
    Json json{{"subject", verified.subject}, {"played", verified.played}, {"made_by", verified.made_by},
              {"clout", version()},          {"results", results()},      {"met", verified.met()},
              {"tables", Json::array()}};
    for (const CheckedTable& table : verified.tables)
        json["tables"].push_back({{"name", table.name},
                                  {"verdict", verdict_key(table.verdict)},
                                  {"why", table.why.empty() ? Json(nullptr) : Json(table.why)}});
    return printed(json);
}

}  // namespace clout
