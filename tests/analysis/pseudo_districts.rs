//! Pseudo-districts: each is one world and one luck of Chicago, so that its truth is known. Held to its own
//! counts of months 12 and 24, the futures of other worlds must say what comes by month 48, and be right as often
//! as they say.

use crate::simulated::{read_each, with};
use districtwide::analysis::{Count, effective, weight, weighted_quantiles};
use districtwide::ensemble::Quantiles;
use districtwide::model::Measure;
use districtwide::model::random::{Draws, Stream};
use districtwide::scenario::{Preset, Scenario};

/// The months in which a district is counted, and the month that is asked for.
const COUNTED: [u32; 2] = [12, 24];
const ASKED: u32 = 48;
/// The number of the first district's future: far from those of the sample.
const FIRST_DISTRICT: u64 = 100_000;
/// The spread of rounded counts as a share of them (`analysis::Count`), and that of exact ones in schools.
const ROUNDED: f64 = 0.05;
const EXACT: f64 = 1.0;
/// The 99% point of chi-square with 9 degrees of freedom, from standard tables.
const CHI_SQUARE: f64 = 21.666;

/// Schools ever started in the months counted and asked for.
#[derive(Debug, Clone, Copy)]
struct Future {
    counted: [f64; 2],
    asked: f64,
}

/// Futures of Chicago with unknowns, each in its own world.
fn futures(first: u64, number: u64) -> Vec<Future> {
    let chicago = with(&Scenario::from(Preset::Chicago), |settings| {
        settings.simulation.months = ASKED;
        settings.sensitivity.uncertain_constants = true;
    });
    read_each(&chicago, first..first + number, |run| {
        let ever = |month| run.at(Measure::Ever, month);
        Future { counted: COUNTED.map(ever), asked: ever(ASKED) }
    })
}

/// The spreads of rounded counts: those of the median district for all, so that the likelihood of a count does not
/// depend on what it is the count of.
fn rounded(sample: &[Future]) -> [f64; 2] {
    [0, 1].map(|i| {
        let schools = Quantiles::of(sample.iter().map(|future| future.counted[i]).collect());
        (ROUNDED * schools.expect("futures").p50).max(EXACT)
    })
}

/// The counts of a district: its schools, blurred. If that is by the spread of the counts, their likelihood is exactly that by which the
/// counts came about, and the intervals have to be right; rounding to whole schools would only be close to it.
fn counts(truth: &Future, blur: [f64; 2], spreads: [f64; 2], draws: &Draws) -> [Count; 2] {
    [0, 1].map(|i| Count {
        month: COUNTED[i],
        schools: truth.counted[i] + blur[i] * normal(draws, i),
        spread: spreads[i],
        at_least: false,
    })
}

/// A normal draw (Box and Muller 1958).
fn normal(draws: &Draws, index: usize) -> f64 {
    let [radius, angle] = [0, 1].map(|n| draws.uniform(Stream::Survey, index, n));
    (-2.0 * libm::log(radius)).sqrt() * libm::cos(std::f64::consts::TAU * angle)
}

/// What became of the intervals of some districts.
#[derive(Debug, Default)]
struct Coverage {
    /// Districts whose truth lies in the 80% interval.
    covered: usize,
    /// Districts by the tenth of the weighted futures in which their truth lies.
    tenths: [usize; 10],
    /// The effective futures of each district.
    effective: Vec<f64>,
}

impl Coverage {
    fn of(sample: &[Future], districts: &[Future], spreads: [f64; 2]) -> Self {
        Self::blurred(sample, districts, spreads, spreads)
    }

    /// Of counts that are blurred by one spread, and weighed as if they were by another.
    fn blurred(sample: &[Future], districts: &[Future], blur: [f64; 2], spreads: [f64; 2]) -> Self {
        let asked: Vec<f64> = sample.iter().map(|future| future.asked).collect();
        let mut coverage = Self::default();
        for (number, truth) in (0..).zip(districts) {
            let draws = Draws::new(2, number);
            let counts = counts(truth, blur, spreads, &draws);
            let schools_in =
                |future: &Future, month| future.counted[usize::from(month == COUNTED[1])];
            let weights: Vec<f64> = sample
                .iter()
                .map(|future| weight(&counts, |month| schools_in(future, month)))
                .collect();
            let ends = weighted_quantiles(&asked, &weights).expect("a future near the counts");
            coverage.covered += usize::from(ends.p10 <= truth.asked && truth.asked <= ends.p90);
            // Schools are whole numbers: a truth lies anywhere among the futures that have as many.
            let among = draws.uniform(Stream::Survey, 2, 0);
            let place = rank(&asked, &weights, truth.asked, among);
            coverage.tenths[((place * 10.0) as usize).min(9)] += 1;
            coverage.effective.push(effective(&weights));
        }
        coverage.effective.sort_by(f64::total_cmp);
        coverage
    }

    fn share(&self) -> f64 {
        self.covered as f64 / self.effective.len() as f64
    }

    fn chi_square(&self) -> f64 {
        let expected = self.effective.len() as f64 / 10.0;
        let distances = self.tenths.iter().map(|&found| found as f64 - expected);
        distances.map(|distance| distance * distance / expected).sum()
    }

    /// 400 districts have a standard error of 2 points, so that 76 to 84% are two of them.
    fn check(&self, name: &str) {
        let at = |share: f64| self.effective[(share * self.effective.len() as f64) as usize];
        eprintln!(
            "{name}: {:.1}% of {} districts covered, chi-square {:.1}, effective futures: median {:.0}, a \
             twentieth below {:.0}",
            100.0 * self.share(),
            self.effective.len(),
            self.chi_square(),
            at(0.5),
            at(0.05),
        );
        assert!((0.76..=0.84).contains(&self.share()), "{name}: {:.3} covered", self.share());
        assert!(self.chi_square() < CHI_SQUARE, "{name}: ranks {:?}", self.tenths);
    }
}

/// The share of the weight below a value, and of that at the value the part `among`.
fn rank(values: &[f64], weights: &[f64], of: f64, among: f64) -> f64 {
    let weight_where = |is_in: &dyn Fn(f64) -> bool| -> f64 {
        values.iter().zip(weights).filter(|(value, _)| is_in(**value)).map(|(_, w)| w).sum()
    };
    let all: f64 = weights.iter().sum();
    (weight_where(&|value| value < of) + among * weight_where(&|value| value == of)) / all
}

#[test]
fn eighty_of_a_hundred_districts_end_inside_the_interval_of_futures_held_to_their_counts() {
    let sample = futures(0, 4_000);
    let districts = futures(FIRST_DISTRICT, 400);
    Coverage::of(&sample, &districts, rounded(&sample)).check("4,000 worlds, rounded counts");
}

/// Five times as many of both, so that what is left is the method and not its luck; also with exact counts, which
/// leave too few of the 4,000 worlds above.
#[test]
#[ignore = "takes longer: make coverage"]
fn the_same_holds_of_2000_districts_and_of_exact_counts() {
    let sample = futures(0, 20_000);
    let districts = futures(FIRST_DISTRICT, 2_000);
    let rounded = rounded(&sample);
    Coverage::of(&sample, &districts[..400], rounded).check("20,000 worlds, rounded counts");
    Coverage::of(&sample, &districts, rounded).check("20,000 worlds, rounded counts");
    Coverage::of(&sample, &districts[..400], [EXACT; 2]).check("20,000 worlds, exact counts");
    Coverage::of(&sample, &districts, [EXACT; 2]).check("20,000 worlds, exact counts");
}

#[test]
fn counts_that_are_trusted_more_than_they_deserve_are_detected() {
    let sample = futures(0, 2_000);
    let districts = futures(FIRST_DISTRICT, 200);
    let spreads = rounded(&sample);
    let coverage =
        Coverage::blurred(&sample, &districts, spreads.map(|spread| 3.0 * spread), spreads);
    assert!(coverage.share() < 0.7 && coverage.chi_square() > CHI_SQUARE, "{coverage:?}");
}

#[test]
fn a_rank_is_the_share_of_the_weight_below() {
    let (values, weights) = ([1.0, 2.0, 2.0, 9.0], [1.0, 2.0, 1.0, 4.0]);
    assert_eq!(rank(&values, &weights, 2.0, 0.5), 2.5 / 8.0);
    assert_eq!(rank(&values, &weights, 5.0, 0.5), 0.5);
}
