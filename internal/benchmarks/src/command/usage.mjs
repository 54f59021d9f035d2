/** Loaded before a program (`node --import`): it then tells whoever started it what it used, when asked and at its end. */
const used = () => {
  const { user, system } = process.cpuUsage();
  return {
    cpu: (user + system) / 1e6,
    rss: process.memoryUsage.rss() / 2 ** 20,
    peak: process.resourceUsage().maxRSS / 1024,
  };
};
process.on('message', () => process.send(used()));
// Listening alone does not keep it running.
process.channel?.unref();
process.on('exit', () => process.connected && process.send(used()));
