//! Work over several threads whose results come in the order of the jobs.
//!
//! One thread reads the jobs. For each it makes a slot for the result, puts the slot into a queue of
//! bounded length, and hands the job, with the way into its slot, to whichever worker is free. Whoever
//! wants the results takes the slots from the queue one by one, and waits at each until it is filled.
//! So the order needs no sorting, and the queue's length bounds how far the reading runs ahead: memory
//! does not grow with the input.
//!
//! This is not Rayon because every worker keeps something of its own for all of its jobs, the reader
//! waits for its input, and results are wanted before the input ends. The threads are never waited for
//! before that: a program that has lost its reader can end while its input is still silent.

use std::io;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// Slots a thread: enough that a long text holds up nobody while the others work on short ones.
const SLOTS_PER_THREAD: usize = 16;

/// Nobody wants more results.
pub struct Closed;

type Slot<R> = Receiver<R>;
type Work<J, R> = (J, SyncSender<R>);

/// The results, in the order of the jobs. An error means that a thread broke down.
pub struct Ordered<R> {
    slots: Receiver<Slot<R>>,
    reader: Option<JoinHandle<()>>,
}

/// Starts everything. `read` gives its jobs away one by one, on a thread of its own. `worker` is called
/// once on every thread that gets a job, and what it returns does that thread's jobs.
pub fn ordered<J, R, W>(
    threads: usize,
    read: impl FnOnce(&mut dyn FnMut(J) -> Result<(), Closed>) -> Result<(), Closed> + Send + 'static,
    worker: impl Fn() -> W + Send + Sync + 'static,
) -> Ordered<R>
where
    J: Send + 'static,
    R: Send + 'static,
    W: FnMut(J) -> R,
{
    let (slots_in, slots) = sync_channel::<Slot<R>>(threads * SLOTS_PER_THREAD);
    let (jobs_in, jobs) = channel::<Work<J, R>>();
    let (jobs, worker) = (Arc::new(Mutex::new(jobs)), Arc::new(worker));
    for _ in 0..threads {
        let (jobs, worker) = (jobs.clone(), worker.clone());
        thread::spawn(move || work(&jobs, &*worker));
    }
    let reader = thread::spawn(move || {
        // That nobody wants more is a way to end like another.
        _ = read(&mut |job| hand_out(job, &slots_in, &jobs_in));
    });
    Ordered { slots, reader: Some(reader) }
}

fn hand_out<J, R>(job: J, slots: &SyncSender<Slot<R>>, jobs: &Sender<Work<J, R>>) -> Result<(), Closed> {
    let (result, slot) = sync_channel(1);
    slots.send(slot).map_err(|_| Closed)?;
    // Without workers the slot stays empty, and whoever waits at it learns that.
    _ = jobs.send((job, result));
    Ok(())
}

fn work<J, R, W: FnMut(J) -> R>(jobs: &Mutex<Receiver<Work<J, R>>>, worker: &dyn Fn() -> W) {
    let mut own = None;
    loop {
        // Waiting is done under the lock: the others could do nothing but wait as well.
        let Ok(Ok((job, result))) = jobs.lock().map(|jobs| jobs.recv()) else { return };
        // Only the end of the whole program has nobody waiting for it.
        _ = result.send(own.get_or_insert_with(worker)(job));
    }
}

impl<R> Iterator for Ordered<R> {
    type Item = io::Result<R>;

    fn next(&mut self) -> Option<io::Result<R>> {
        match self.slots.recv() {
            Ok(slot) => Some(slot.recv().map_err(|_| io::Error::other("a thread broke down over a text"))),
            // The reader has ended: at the end of its input, or before.
            Err(_) => match self.reader.take()?.join() {
                Ok(()) => None,
                Err(_) => Some(Err(io::Error::other("the thread that reads broke down"))),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn results_come_in_the_order_of_the_jobs() {
        for threads in [1, 2, 7] {
            let read = |give: &mut dyn FnMut(u64) -> Result<(), Closed>| (0..500).try_for_each(give);
            // The first of every ten takes longest: its thread is overtaken.
            let slow = || {
                |job: u64| {
                    thread::sleep(std::time::Duration::from_micros(if job % 10 == 0 { 900 } else { 10 }));
                    job * 2
                }
            };
            let results: Vec<u64> = ordered(threads, read, slow).map(Result::unwrap).collect();
            assert_eq!(results, (0..500).map(|job| job * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn reading_runs_only_so_far_ahead() {
        static READ: AtomicUsize = AtomicUsize::new(0);
        let read = |give: &mut dyn FnMut(usize) -> Result<(), Closed>| {
            (0..).try_for_each(|job| {
                READ.store(job, Ordering::SeqCst);
                give(job)
            })
        };
        let mut results = ordered(2, read, || |job| job);
        for expected in 0..100 {
            assert_eq!(results.next().unwrap().unwrap(), expected);
            // The slots in the queue, the one that was taken, and the one that waits for a place.
            assert!(READ.load(Ordering::SeqCst) <= expected + 2 * SLOTS_PER_THREAD + 2);
        }
    }

    #[test]
    fn a_breakdown_is_an_error_and_not_an_early_end() {
        let read = |give: &mut dyn FnMut(usize) -> Result<(), Closed>| (0..10).try_for_each(give);
        let fragile = || |job| if job == 3 { panic!("as the test wants it") } else { job };
        let results: Vec<_> = ordered(1, read, fragile).take(4).collect();
        assert!(results[..3].iter().all(Result::is_ok) && results[3].is_err());

        let read = |give: &mut dyn FnMut(usize) -> Result<(), Closed>| {
            _ = give(0);
            panic!("as the test wants it")
        };
        let results: Vec<_> = ordered(2, read, || |job: usize| job).collect();
        assert!(results[0].is_ok() && results[1].is_err() && results.len() == 2);
    }
}
