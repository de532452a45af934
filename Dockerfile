# syntax=docker/dockerfile:1
ARG NODE_IMAGE=node:24-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /convoca
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts
COPY . .
RUN node ace build && rm -rf build/tests build/benchmarks

# What runs: neither the build's tools, which would come as peers of others, nor what compiles while it runs, nor a second
# Node.
FROM ${NODE_IMAGE} AS dependencies
WORKDIR /convoca
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --legacy-peer-deps --ignore-scripts \
  && rm -rf node_modules/node node_modules/.bin/node node_modules/@poppinss/ts-exec node_modules/@swc

FROM ${NODE_IMAGE}
WORKDIR /convoca
ENV NODE_ENV=production \
    HOST=0.0.0.0 \
    PORT=3333 \
    TZ=UTC \
    LOG_LEVEL=info \
    DB_CONNECTION=sqlite \
    SIMULATOR=false \
    EMBEDDED_WORKER=true
COPY --from=dependencies /convoca/node_modules node_modules
COPY --from=build /convoca/build ./
# The database of an installation without PostgreSQL, and what health checks look at.
RUN mkdir tmp && chown node:node tmp
VOLUME /convoca/tmp
USER node
EXPOSE 3333
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s CMD ["node", "bin/healthcheck.mjs", "web"]
CMD ["node", "bin/server.js"]
