//! The cheapest reading of all marks in a paragraph: a beam search over stacks of open marks.

use super::classify::{Candidate, Cost, NEVER};
use super::partners::{ends_without_punctuation, mismatch};
use crate::tokens::Token;

/// An opening mark and the token that closes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub open: Candidate,
    pub close: Option<usize>,
    /// The token before which an unclosed quotation ends at the latest: a mark that opens the next one or
    /// closes an outer one. `None` for the paragraph's end.
    pub before: Option<usize>,
    pub depth: u8,
}

/// How many readings the search keeps. Real texts need three or four; the limit keeps the search linear.
const BEAM: usize = 12;
/// How deeply quotations nest.
const DEEPEST: usize = 4;
/// What an opening mark costs that is never closed.
const UNCLOSED: Cost = 30;
/// The same where the next paragraph opens again, as it does in a long quotation.
const CONTINUED: Cost = 3;

/// How one mark is read.
#[derive(Clone, Copy)]
enum Step {
    Open(usize),
    /// It closes an open mark; `given_up` marks inside that one are never closed.
    Close {
        given_up: usize,
    },
    /// It is not a quotation mark.
    Skip,
    /// It opens a quotation, and the innermost open mark is never closed.
    Reopen(usize),
}

/// One reading of the marks so far.
#[derive(Clone)]
struct State {
    cost: Cost,
    stack: [usize; DEEPEST],
    depth: usize,
    /// The last step's index in the history; 0 is the beginning.
    last: usize,
}

impl State {
    fn open(&self) -> &[usize] {
        &self.stack[..self.depth]
    }
}

/// The cheapest reading of a paragraph's marks. `end` is the paragraph's end as a token index.
pub fn pair(marks: &[Candidate], text: &str, tokens: &[Token], end: usize, reopens: Option<&Candidate>) -> Vec<Pair> {
    let Some(first) = marks.first() else { return Vec::new() };
    let begin = first.token;
    // How many sentences end before each token, counted from the first mark.
    let mut stops = vec![0u32; end - begin + 1];
    for i in begin..end {
        stops[i - begin + 1] = stops[i - begin] + u32::from(matches!(tokens[i].text(text), "." | "!" | "?"));
    }
    let search = Search { marks, text, tokens, stops, begin };
    let mut history = vec![(0, Step::Skip)];
    let mut states = vec![State { cost: 0, stack: [0; DEEPEST], depth: 0, last: 0 }];
    for m in 0..marks.len() {
        let mut next: Vec<(State, Step)> = Vec::new();
        for state in &states {
            search.expand(state, m, &mut next);
        }
        next.sort_by_key(|(s, _)| s.cost);
        states.clear();
        for (mut state, step) in next {
            if states.len() == BEAM {
                break;
            }
            if states.iter().any(|s| s.open() == state.open()) {
                continue;
            }
            history.push((state.last, step));
            state.last = history.len() - 1;
            states.push(state);
        }
    }
    let best = states.iter().min_by_key(|s| s.cost + search.end_cost(s, reopens));
    best.map_or_else(Vec::new, |s| pairs(marks, &history, s.last))
}

struct Search<'a> {
    marks: &'a [Candidate],
    text: &'a str,
    tokens: &'a [Token],
    stops: Vec<u32>,
    begin: usize,
}

impl Search<'_> {
    fn expand(&self, state: &State, m: usize, out: &mut Vec<(State, Step)>) {
        let mark = &self.marks[m];
        let mut push = |cost: Cost, depth: usize, open: bool, step: Step| {
            let mut next = State { cost: state.cost + cost, depth, ..state.clone() };
            if open {
                next.stack[depth] = m;
                next.depth += 1;
            }
            out.push((next, step));
        };
        push(mark.other, state.depth, false, Step::Skip);
        if mark.open < NEVER {
            if state.depth < DEEPEST {
                push(mark.open + self.nesting(state, mark), state.depth, true, Step::Open(m));
            }
            if state.depth > 0 {
                push(mark.open + UNCLOSED, state.depth - 1, true, Step::Reopen(m));
            }
        }
        for (given_up, &open) in state.open().iter().rev().enumerate() {
            let cost = self.closing(&self.marks[open], mark);
            if mark.close < NEVER && cost < NEVER {
                push(
                    mark.close + cost + UNCLOSED * given_up as Cost,
                    state.depth - given_up - 1,
                    false,
                    Step::Close { given_up },
                );
            }
        }
    }

    /// Quotations of one family are rarely nested: an inner one usually has another style.
    fn nesting(&self, state: &State, mark: &Candidate) -> Cost {
        let Some(&outer) = state.open().last() else { return 0 };
        let outer = &self.marks[outer];
        match outer.family == mark.family {
            true if outer.shape == mark.shape => 20,
            true => 15,
            false => 0,
        }
    }

    fn closing(&self, open: &Candidate, close: &Candidate) -> Cost {
        let empty = if close.token == open.token + 1 { 30 } else { 0 };
        let inside = self.stops[close.token - self.begin] - self.stops[open.token + 1 - self.begin];
        let bare = if inside > 0 && ends_without_punctuation(self.text, self.tokens, close.token) { 8 } else { 0 };
        mismatch(open, close) + empty + bare
    }

    fn end_cost(&self, state: &State, reopens: Option<&Candidate>) -> Cost {
        state
            .open()
            .iter()
            .enumerate()
            .map(|(depth, &open)| match reopens {
                Some(next) if depth == 0 && next.family == self.marks[open].family => CONTINUED,
                _ => UNCLOSED,
            })
            .sum()
    }
}

fn pairs(marks: &[Candidate], history: &[(usize, Step)], mut last: usize) -> Vec<Pair> {
    let mut steps = Vec::with_capacity(marks.len());
    while last != 0 {
        steps.push(history[last].1);
        last = history[last].0;
    }
    steps.reverse();
    let mut out: Vec<Pair> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (mark, step) in marks.iter().zip(steps) {
        match step {
            Step::Skip => {}
            Step::Open(m) | Step::Reopen(m) => {
                if matches!(step, Step::Reopen(_))
                    && let Some(lost) = open.pop()
                {
                    out[lost].before = Some(mark.token);
                }
                out.push(Pair { open: marks[m], close: None, before: None, depth: open.len() as u8 });
                open.push(out.len() - 1);
            }
            Step::Close { given_up } => {
                for lost in open.split_off(open.len() - given_up) {
                    out[lost].before = Some(mark.token);
                }
                if let Some(closed) = open.pop() {
                    out[closed].close = Some(mark.token);
                }
            }
        }
    }
    out
}
