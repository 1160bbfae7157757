//! Distributes jobs over several threads and returns the results in the order of the jobs.
//!
//! One thread reads the jobs. For each job it creates a slot for the result, puts the slot into a queue of limited
//! length, and hands job and slot to the next free worker. The caller takes the slots from the queue one by one and waits
//! for each to be filled. So nothing has to be sorted, and the reader cannot run further ahead than the queue is long:
//! memory does not grow with the input.
//!
//! Rayon does not fit, because each worker keeps an annotator for all of its jobs, the reader waits for input, and results
//! must come before the input ends. The threads are not joined before that, so if the program that reads our output
//! ends, we can end as well while still waiting for input.

use std::io;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

/// Slots per thread: enough for the other threads to go on with short texts while one works on a long text.
const SLOTS_PER_THREAD: usize = 16;

/// The caller does not want any more results.
pub struct Closed;

type Slot<R> = Receiver<R>;
type Work<J, R> = (J, SyncSender<R>);

/// The results, in the order of the jobs. An error means that a thread panicked.
pub struct Ordered<R> {
    slots: Receiver<Slot<R>>,
    reader: Option<JoinHandle<()>>,
}

/// Starts the threads. `read` runs on a thread of its own and sends the jobs one by one. `worker` is called once on each
/// thread that gets a job, and returns the function that does the jobs of this thread.
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
        // If the caller does not want any more results, reading ends as it does at the end of the input.
        _ = read(&mut |job| dispatch(job, &slots_in, &jobs_in));
    });
    Ordered { slots, reader: Some(reader) }
}

fn dispatch<J, R>(job: J, slots: &SyncSender<Slot<R>>, jobs: &Sender<Work<J, R>>) -> Result<(), Closed> {
    let (result, slot) = sync_channel(1);
    slots.send(slot).map_err(|_| Closed)?;
    // If all workers have panicked, the slot stays empty, and the caller gets an error for it.
    _ = jobs.send((job, result));
    Ok(())
}

fn work<J, R, W: FnMut(J) -> R>(jobs: &Mutex<Receiver<Work<J, R>>>, worker: &dyn Fn() -> W) {
    let mut own = None;
    loop {
        // The lock is held while waiting: the other workers could only wait, too.
        let Ok(Ok((job, result))) = jobs.lock().map(|jobs| jobs.recv()) else { return };
        // Sending fails only if the program is about to end.
        _ = result.send(own.get_or_insert_with(worker)(job));
    }
}

impl<R> Iterator for Ordered<R> {
    type Item = io::Result<R>;

    fn next(&mut self) -> Option<io::Result<R>> {
        match self.slots.recv() {
            Ok(slot) => Some(slot.recv().map_err(|_| io::Error::other("a worker thread panicked"))),
            // The reader has ended, at the end of the input or with a panic.
            Err(_) => match self.reader.take()?.join() {
                Ok(()) => None,
                Err(_) => Some(Err(io::Error::other("the input thread panicked"))),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[test]
    fn results_are_in_the_order_of_the_jobs() {
        for threads in [1, 2, 7] {
            let read = |send: &mut dyn FnMut(u64) -> Result<(), Closed>| (0..500).try_for_each(send);
            // One job in ten takes long, so that other threads overtake it.
            let slow = || {
                |job: u64| {
                    thread::sleep(std::time::Duration::from_micros(if job.is_multiple_of(10) { 900 } else { 10 }));
                    job * 2
                }
            };
            let results: Vec<u64> = ordered(threads, read, slow).map(Result::unwrap).collect();
            assert_eq!(results, (0..500).map(|job| job * 2).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_reader_does_not_run_far_ahead() {
        static READ: AtomicUsize = AtomicUsize::new(0);
        let read = |send: &mut dyn FnMut(usize) -> Result<(), Closed>| {
            (0..).try_for_each(|job| {
                READ.store(job, Ordering::SeqCst);
                send(job)
            })
        };
        let mut results = ordered(2, read, || |job| job);
        for expected in 0..100 {
            assert_eq!(results.next().unwrap().unwrap(), expected);
            // The slots in the queue, the one that was taken, and the one that does not fit into the queue yet.
            assert!(READ.load(Ordering::SeqCst) <= expected + 2 * SLOTS_PER_THREAD + 2);
        }
    }

    #[test]
    fn a_panic_is_an_error_and_not_an_early_end() {
        let read = |send: &mut dyn FnMut(usize) -> Result<(), Closed>| (0..10).try_for_each(send);
        let fragile = || |job| if job == 3 { panic!("intended by the test") } else { job };
        let results: Vec<_> = ordered(1, read, fragile).take(4).collect();
        assert!(results[..3].iter().all(Result::is_ok) && results[3].is_err());

        let read = |send: &mut dyn FnMut(usize) -> Result<(), Closed>| {
            _ = send(0);
            panic!("intended by the test")
        };
        let results: Vec<_> = ordered(2, read, || |job: usize| job).collect();
        assert!(results[0].is_ok() && results[1].is_err() && results.len() == 2);
    }
}
