"""spark_jobs.py PROGRAM JOBS: runs a program of the examples several times in one application, with the arguments of each job
out of JOBS, a list of lists in JSON. test_spark.py submits it."""

import json
import sys

import samples
from pyspark.sql import SparkSession

program = samples.module(samples.Path(sys.argv[1]))
spark = SparkSession.builder.appName("gongwen").getOrCreate()
try:
    for job in json.loads(sys.argv[2]):
        program.main(job)
finally:
    spark.stop()
