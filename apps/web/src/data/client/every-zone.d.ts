/** Made by vite.config.ts. */
declare module 'virtual:every-zone' {
  const zones: import('@keel/calendar').PackedZones;
  export default zones;
}
