import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The API puts a fresh nonce in this place of index.html at every answer. */
const NONCE_PLACE = '__KEEL_NONCE__';

export default defineConfig({
  plugins: [react()],
  html: { cspNonce: NONCE_PLACE },
  // Inlined images would need data: in places of the policy where it is not allowed.
  build: { assetsInlineLimit: 0, sourcemap: false, target: 'es2022' },
  server: { port: 5173, proxy: { '/api': 'http://localhost:3000' } },
});
