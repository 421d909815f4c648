// The reference servers (PLC directory, PDS, bsync, AppView) on loopback, and a control door:
// POST /wait answers once the AppView has seen everything that the PDS has written.
// The first line on stdout is JSON: {pds, control}.
import http from 'node:http'
import net from 'node:net'

const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (...args) {
  // all of them listen on every interface unless told otherwise
  const first = args[0]
  if (first !== null && typeof first === 'object' && 'port' in first) {
    args[0] = { ...first, host: '127.0.0.1' }
  } else if (typeof first === 'number' || /^\d+$/.test(String(first))) {
    const callback = args.find((one) => typeof one === 'function')
    return listen.call(this, { port: Number(first), host: '127.0.0.1' }, callback)
  }
  return listen.apply(this, args)
}

const { TestPlc, TestPds, TestBsky, TestBsync, mockNetworkUtilities } = await import(
  '@atproto/dev-env'
)
const getPort = async () =>
  new Promise((resolve) => {
    const probe = net.createServer()
    probe.listen(0, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

const dbUrl = process.env.DB_POSTGRES_URL
const plc = await TestPlc.create({})
const pdsPort = await getPort()
const key = 'bsync-api-key'
const bsync = await TestBsync.create({ apiKeys: [key], dbUrl, dbSchema: 'bsync' })
const bsky = await TestBsky.create({
  port: await getPort(), plcUrl: plc.url, pdsPort, bsyncApiKey: key, bsyncUrl: bsync.url,
  repoProvider: `ws://localhost:${pdsPort}`, dbPostgresSchema: 'appview', dbPostgresUrl: dbUrl,
  redisHost: process.env.REDIS_HOST,
})
bsync.ctx.dataplaneClients = [bsky.ctx.dataplane]
const pds = await TestPds.create({
  port: pdsPort, didPlcUrl: plc.url, bskyAppViewUrl: bsky.url,
  bskyAppViewDid: bsky.ctx.cfg.serverDid,
})
mockNetworkUtilities(pds, bsky) // .test handles are in no name server

async function caughtUp() {
  const wanted = await pds.ctx.sequencer.curr()
  await pds.processAll()
  while (wanted && ((await bsky.sub.getCursor()) ?? 0) < wanted) {
    await bsky.sub.processAll()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await bsky.sub.processAll()
  await bsky.bsyncSub.processAll(await bsync.getStreamHeads())
}

const control = http.createServer(async (request, response) => {
  try {
    await caughtUp()
    response.end('{}')
  } catch (error) {
    response.statusCode = 500
    response.end(String(error))
  }
})
control.listen(0, () => {
  const told = { pds: pds.url, control: `http://127.0.0.1:${control.address().port}` }
  process.stdout.write(`${JSON.stringify(told)}\n`)
})
process.stdin.resume()
process.stdin.on('end', () => process.exit(0))
