"""An agent-based simulator of influence and funding: scenarios of organisations, the bodies that speak for them, the
boards that decide money, over thousands of futures with the same luck in every arm.

    import clout
    scenario = clout.load("scenarios/one-area.yaml").set(replicates=200)
    found = scenario.compare(["fragmented", "united"])
    print(found)                                        # the finding, as the program prints it
    found.to_xarray()                                   # every figure by arm, quantity, year and replicate
    print(scenario.drivers(to_arm="united"))            # which uncertain numbers the spread hangs on

It explores consequences of assumptions. It does not forecast.
"""
from clout._engine import (Arm, ArmInfo, Attribution, Author, BoardPower, Comparison, Concentration, Difference, Differences,
                           DifferenceSection, Driver, DriverPair, Drivers, Estimate, FailedPoint, Finding, Influence,
                           Interaction, Measure, NumberRange, NumberSensitivity, Part, Problem, Robust, Rung, Scenario,
                           SeatPower, Sensitivity, Side, Step, Study, StudyState, StudyValues, Summary, Theories, Theory,
                           TheoryFinding, Threshold, check, load, loads, open_study, schema, version)
from clout._errors import Error, MachineError, RequestError, ScenarioError, ScenarioWarning

__version__ = version()

__all__ = ["Arm", "ArmInfo", "Attribution", "Author", "BoardPower", "Comparison", "Concentration", "Difference",
           "Differences", "DifferenceSection", "Driver", "DriverPair", "Drivers", "Error", "Estimate", "FailedPoint",
           "Finding", "Influence", "Interaction", "MachineError", "Measure", "NumberRange", "NumberSensitivity", "Part",
           "Problem", "RequestError", "Robust", "Rung", "Scenario", "ScenarioError", "ScenarioWarning", "SeatPower",
           "Sensitivity", "Side", "Step", "Study", "StudyState", "StudyValues", "Summary", "Theories", "Theory",
           "TheoryFinding", "Threshold", "check", "load", "loads", "open_study", "schema", "version"]
