import multiprocessing


def double(number):
    return 2 * number


if __name__ == "__main__":
    with multiprocessing.get_context("spawn").Pool(2) as pool:
        assert pool.map(double, range(5)) == [0, 2, 4, 6, 8]
    print("ok")
