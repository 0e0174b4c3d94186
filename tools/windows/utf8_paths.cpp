// Names of files are UTF-8 in all of the program. std::filesystem::path reads them by mbrtowc(), and the C
// library that Debian's compiler links for Windows knows no UTF-8: this one stands in its place (the linker's
// --wrap).
#include <windows.h>

#include <cstddef>
#include <cwchar>

namespace {

constexpr auto kWrong = static_cast<std::size_t>(-1);  // no UTF-8, or no single UTF-16 unit
constexpr auto kMore = static_cast<std::size_t>(-2);

// [bytes] of a character that begins so; 0 where none does.
std::size_t length_of(unsigned char first) {
    return first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
}

}  // namespace

extern "C" std::size_t __wrap_mbrtowc(  // NOLINT(bugprone-reserved-identifier): the linker's name for it
    wchar_t* to, const char* from, std::size_t size, std::mbstate_t*) {
    if (from == nullptr) return 0;
    if (size == 0) return kMore;
    const std::size_t length = length_of(static_cast<unsigned char>(*from));
    if (length == 0) return kWrong;
    if (length > size) return kMore;
    wchar_t units[2]{};
    const int made =
        ::MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, from, static_cast<int>(length), units, 2);
    if (made != 1) return kWrong;
    if (to != nullptr) *to = units[0];
    return units[0] == L'\0' ? 0 : length;
}
