"""Builds tools/examples as somebody else would, in a folder of its own that is gone afterwards, and holds what it finds
against what `clout` finds.

    build_example.py installed|embedded BUILD COMPILER CLOUT [LAUNCHER]
"""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

WAY, BUILD, COMPILER, CLOUT = sys.argv[1:5]
LAUNCHER = sys.argv[5] if len(sys.argv) > 5 else ""
ROOT = pathlib.Path(__file__).resolve().parents[2]
SCENARIO = ROOT / "scenarios" / "one-area.yaml"
REPLICATES = "48"


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\nended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def setting(name):
    """What the build around this test was configured with."""
    cache = pathlib.Path(BUILD, "CMakeCache.txt").read_text(encoding="utf-8")
    return re.search(rf"^{name}:\w+=(.*)$", cache, re.M)[1]


def options(folder):
    if WAY == "embedded":
        # As little work as there can be: the bits do not depend on it. A compiler cache, which takes no precompiled
        # headers, has what the build around this test compiled in the same way, or an earlier run of it.
        around = setting("CLOUT_PRECOMPILED") == "OFF"
        return [f"-DCLOUT_SOURCE={ROOT}", f"-DCLOUT_OPTIMISE={setting('CLOUT_OPTIMISE') if around else '-O0'}",
                f"-DCLOUT_TARGET={setting('CLOUT_TARGET')}", f"-DCLOUT_PRECOMPILED={'OFF' if LAUNCHER else 'ON'}",
                "-DCMAKE_UNITY_BUILD=ON", f"-DCMAKE_CXX_COMPILER_LAUNCHER={LAUNCHER}"]
    run("cmake", "--install", BUILD, "--component", "library", "--prefix", folder / "installed")
    headers = sorted(str(header.relative_to(folder / "installed")) for header in (folder / "installed").rglob("*.hpp"))
    if not headers or any(not re.match(r"include/clout/engine/(clout|base/result|face/[a-z]+)\.hpp$", h) for h in headers):
        sys.exit(f"installed headers: {headers}")
    return [f"-DCMAKE_PREFIX_PATH={folder / 'installed'}"]


def main():
    with tempfile.TemporaryDirectory(prefix="clout-example-") as name:
        folder = pathlib.Path(name)
        run("cmake", "-G", "Ninja", "-S", ROOT / "tools" / "examples", "-B", folder / "build", "-DCMAKE_BUILD_TYPE=Release",
            f"-DCMAKE_CXX_COMPILER={COMPILER}", *options(folder))
        run("cmake", "--build", folder / "build", "--target", "two_arms")
        said = run(folder / "build" / "two_arms", SCENARIO, REPLICATES)
    expected = json.loads(run(CLOUT, "compare", SCENARIO, "--replicates", REPLICATES, "--json", "--quiet"))
    focus, number = re.search(r"difference in ([\w-]+)'s money: (\S+) ", said).groups()
    arm = next(iter(expected["differences"]))
    difference = expected["differences"][arm][f"decided.{focus}"]["mean"]
    if f"{difference:.6g}" != number:
        sys.exit(f"the example finds {number}, clout {difference}")
    print(said)


if __name__ == "__main__":
    main()
