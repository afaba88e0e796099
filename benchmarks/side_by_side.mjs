// Run the writing linters of Node that are installed over posts; see side_by_side.py.
// In: {posts: [text], timed: [place], rounds}. Out: {found: {tool: {times, marks}}, missing: [tool]}.
// A time is the least CPU time of the rounds in seconds; marks are counted for every post.

import { readFileSync } from 'node:fs'

const { posts, timed, rounds } = JSON.parse(readFileSync(0, 'utf8'))

const tools = {
  'write-good': async () => {
    const { default: writeGood } = await import('write-good')
    return (text) => writeGood(text).length
  },
  alex: async () => {
    const { text: alex } = await import('alex')
    return (text) => alex(text).messages.length
  }
}
for (const name of ['retext-profanities', 'retext-equality', 'retext-readability']) {
  tools[name] = async () => {
    const { retext } = await import('retext')
    const { default: plugin } = await import(name)
    const processor = retext().use(plugin).freeze()
    return (text) => processor.processSync(text).messages.length
  }
}

function seconds (run) {
  let least = Infinity
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1e6)
  }
  return least
}

const found = {}
const missing = []
for (const [name, load] of Object.entries(tools)) {
  let run
  try {
    run = await load()
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
    missing.push(name)
    continue
  }
  const marks = posts.map(run) // this also warms up
  found[name] = { times: timed.map((place) => seconds(() => run(posts[place]))), marks }
}
process.stdout.write(JSON.stringify({ found, missing }))
