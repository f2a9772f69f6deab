# The page and every command in a container that runs as nobody, with a root that cannot be written:
#
#   docker build -t shieldmap .
#   docker run --rm --read-only --tmpfs /tmp -v shieldmap:/data -p 127.0.0.1:8765:8765 shieldmap
#   docker run --rm --read-only --tmpfs /tmp -v shieldmap:/data shieldmap run korea
#
# Into a folder of yours in place of the volume:
#
#   docker run --rm --read-only --tmpfs /tmp --user "$(id -u):$(id -g)" -v "$PWD:/data" shieldmap run korea
#
# The page prints 0.0.0.0; open http://127.0.0.1:8765.
#
# Runs and compiled kernels lie in the volume /data, which is also the folder that commands start in.
# Nothing is fetched when it runs: add --network none to a command that serves no page. A brief is
# HTML here; --pdf needs a browser, which the image does not have.

FROM python:3.11-slim-bookworm AS build
WORKDIR /source
COPY requirements.txt .
RUN python -m venv /opt/shieldmap && \
    /opt/shieldmap/bin/pip install --no-cache-dir --disable-pip-version-check \
        --require-hashes -r requirements.txt
COPY . .
RUN /opt/shieldmap/bin/pip install --no-cache-dir --disable-pip-version-check \
        --no-deps --no-build-isolation .

FROM python:3.11-slim-bookworm
COPY --from=build /opt/shieldmap /opt/shieldmap
# The folder that a new volume starts as.
RUN install -d -o 65534 -g 65534 /data
USER 65534:65534
ENV PATH=/opt/shieldmap/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    SHIELDMAP_CACHE_DIR=/data/cache \
    MPLCONFIGDIR=/data/cache/matplotlib
WORKDIR /data
VOLUME /data
# Kernels are compiled at the first use, minutes on two cores, and kept in the volume: what another
# processor compiled would not be taken.
EXPOSE 8765
ENTRYPOINT ["shieldmap"]
CMD ["serve", "--host", "0.0.0.0"]
