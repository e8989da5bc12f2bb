/**
 * Tells what the set-up is doing. Always on stderr: the output of a task may be piped into another program.
 * @param {string} sentence
 */
export function say(sentence) {
  process.stderr.write(`parvis: ${sentence}\n`);
}
